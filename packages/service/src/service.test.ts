import { describe, it } from 'vitest';
import { openTestPglite, openTestPostgres } from './testing/open-stores.js';
import { runServiceSuite } from './testing/service.suite.js';

runServiceSuite('PGlite', openTestPglite);

const postgres = await openTestPostgres();
if ('skip' in postgres) {
  describe('service on PostgreSQL', () => {
    it.skip(`not run: ${postgres.skip}`, () => undefined);
  });
} else {
  runServiceSuite('PostgreSQL', async () => postgres);
}
