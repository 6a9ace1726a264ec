import { memoryDrafts } from '../memory/memory-drafts.js';
import { runGatewaySuite } from './gateway-suite.js';
import { recordingGateway } from './recording-gateway.js';
import { filingOf, stoppedOf } from './little-filing.js';
import { demonstrationOperator, publishedRenewal } from './student-renewal.js';

runGatewaySuite('recording', {
  receives: true,
  async prepare() {
    const published = await publishedRenewal();
    const operator = await demonstrationOperator();
    const { id, version, planHash } = published;
    const draft = { procedure: { id, version, planHash }, startedAt: '2026-11-23T08:00:00.000Z' };
    const drafts = memoryDrafts();
    const open = new Map<string, ReturnType<typeof recordingGateway>>();
    return {
      open(identity) {
        const gateway = recordingGateway({ published, operator, identity, draft, drafts });
        const name = `${identity.id} ${identity.capability}`;
        open.set(name, open.get(name) ?? gateway);
        return open.get(name) ?? gateway;
      },
      dossier(_receipt, identity) {
        const dossier = open.get(`${identity.id} ${identity.capability}`)?.dossier();
        if (dossier === undefined) throw new Error('Nothing was filed under that identity.');
        return dossier;
      },
      filing: filingOf(published),
      changed: filingOf(published, 'student-mobility').version,
      stopped: stoppedOf(published),
      close: async () => undefined,
    };
  },
});
