import { expect, it } from 'vitest';
import { staysOpen } from '../dossier/commands/after-decision.js';
import type { Change } from '../draft.js';
import { compileHousehold } from '../fixtures/household.js';

it('a computed value that follows from an answer still open does not close it after a decision', async () => {
  const { plan } = await compileHousehold();
  const open = { ...plan, afterDecision: ['/people'] };
  const changed = (...pointers: readonly string[]) => ({
    base: 1,
    changes: pointers.map((pointer): Change => ({ op: 'set', pointer, to: 1 })),
  });
  expect(staysOpen(open, changed('/people', '/perHead', '/missing'))).toBe(true);
  expect(staysOpen(open, changed('/people', '/incomes/rabc/amount', '/incomes/rabc/yearly'))).toBe(
    false,
  );
  expect(staysOpen(open, changed('/perHead'))).toBe(false);
});
