import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { httpGateway } from '@guichet/gateway';
import { httpDossier } from '@guichet/gateway/dossier';
import { filingOf, runGatewaySuite, stoppedOf } from '@guichet/gateway/testing';
import type { Published } from '@guichet/procedure';
import { startService } from '@guichet/service';

const schemas = fileURLToPath(new URL('../../../schemas', import.meta.url));
const operator = fileURLToPath(new URL('../operator.json', import.meta.url));

async function publishedRenewal(): Promise<Published> {
  const folder = path.join(schemas, 'student-permit-renewal/published');
  const [newest = ''] = (await readdir(folder)).sort().reverse();
  return JSON.parse(await readFile(path.join(folder, newest), 'utf8')) as Published;
}

runGatewaySuite('HTTP, on the real service,', {
  receives: true,
  async prepare() {
    const folder = await mkdtemp(path.join(tmpdir(), 'guichet-gateway-'));
    const service = await startService({
      dataDir: path.join(folder, 'data'),
      keysDir: path.join(folder, 'keys'),
      operator,
      schemasDir: schemas,
      ports: [0],
      log: () => undefined,
    });
    const [api = ''] = service.urls;
    const published = await publishedRenewal();
    const { id, version, planHash } = published;
    const draft = { procedure: { id, version, planHash }, startedAt: '2026-11-23T08:00:00.000Z' };
    return {
      open: (identity) => httpGateway({ api, identity, draft }),
      dossier: (receipt, { capability }) =>
        httpDossier({ api, dossier: receipt.dossier, capability }),
      filing: filingOf(published),
      changed: filingOf(published, 'student-mobility').version,
      stopped: stoppedOf(published),
      async close() {
        await service.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
});
