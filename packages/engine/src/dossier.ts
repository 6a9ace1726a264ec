export type * from './dossier/events.js';
export type * from './dossier/view.js';
export type * from './dossier/state.js';
export { accepts } from './dossier/accepts.js';
export { canDo } from './dossier/can.js';
export type {
  Command,
  CommandName,
  Proof,
  ProposalAnswer,
  Refusal,
  RefusalCode,
} from './dossier/commands/command.js';
export type { CommandContext } from './dossier/commands/context.js';
export { handleCommand, type Handled } from './dossier/commands/handle-command.js';
export { effectiveRefusal } from './dossier/commands/effective.js';
export { commandsOf, mayDo } from './dossier/commands/policy.js';
export { readCommand } from './dossier/commands/read-command.js';
export { dossierView, type DossierIdentity } from './dossier/dossier-view.js';
export { dueClocks, elapse, nextDueAt, type Elapsed } from './dossier/due.js';
export { DossierError, type DossierErrorCode } from './dossier/errors.js';
export { amendingOf, etagOf } from './dossier/etag.js';
export { applyEvent, emptyState, foldDossier } from './dossier/fold.js';
export { owedAttestations, type OwedAttestation } from './dossier/owed-attestations.js';
export { migrateDossier } from './dossier/migration/migrate-dossier.js';
export type { Plans } from './dossier/plans.js';
export { loadLifecycle } from './dossier/journey/load-lifecycle.js';
export { receiptDocument } from './dossier/receipt/receipt-document.js';
export type { ReceiptInput } from './dossier/receipt/receipt-input.js';
export { attestationsOn } from './dossier/attestations-on.js';
export type {
  DossierCase,
  DossierExpectation,
  DossierStep,
  Doing,
} from './dossier/testing/dossier-case.js';
export {
  runDossierCase,
  runDossierSteps,
  type Running,
} from './dossier/testing/run-dossier-case.js';
