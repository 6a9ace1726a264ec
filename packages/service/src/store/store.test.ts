import { describe, it } from 'vitest';
import { openTestPglite, openTestPostgres } from '../testing/open-stores.js';
import { runStoreSuite } from '../testing/store.suite.js';

runStoreSuite('PGlite', openTestPglite);

const postgres = await openTestPostgres();
if ('skip' in postgres) {
  describe('PostgreSQL store', () => {
    it.skip(`not run: ${postgres.skip}`, () => undefined);
  });
  console.warn(`PostgreSQL store not tested: ${postgres.skip}`);
} else {
  runStoreSuite('PostgreSQL', async () => postgres);
}
