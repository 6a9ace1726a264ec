import { runGatewaySuite } from '../testing/gateway-suite.js';
import { filingOf, stoppedOf } from '../testing/little-filing.js';
import { demonstrationOperator, publishedRenewal } from '../testing/student-renewal.js';
import { memoryDrafts } from './memory-drafts.js';
import { memoryGateway } from './memory-gateway.js';

runGatewaySuite('memory', {
  receives: false,
  async prepare() {
    const published = await publishedRenewal();
    const operator = await demonstrationOperator();
    const { id, version, planHash, plan } = published;
    const draft = { procedure: { id, version, planHash }, startedAt: '2026-11-23T08:00:00.000Z' };
    const drafts = memoryDrafts();
    return {
      open: (identity) => memoryGateway({ plan, operator, identity, draft, drafts }),
      dossier: () => {
        throw new Error('A gateway that does not receive has no dossier.');
      },
      filing: filingOf(published),
      changed: filingOf(published, 'student-mobility').version,
      stopped: stoppedOf(published),
      close: async () => undefined,
    };
  },
});
