import type { Plan, Pointer, Texts } from '@guichet/procedure';
import type { Draft, DraftEntry, Mark } from '../draft.js';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import type { FilingAnswer, Ports } from '../ports.js';
import { openSession } from '../session/open-session.js';
import type { Session } from '../session/views.js';
import { emptyPlan } from './empty-plan.js';
import { memoryPorts } from './memory-ports.js';

/** One thing a person, or the service, does. Rows are named `r000000001`, `r000000002`… as they are added. */
export type DeskAct =
  | 'NEXT'
  | 'BACK'
  | 'file'
  | 'undo'
  | 'redo'
  /** The page is closed and opened again on the draft. */
  | 'restore'
  | { readonly answer: Readonly<Record<Pointer, unknown>> }
  | { readonly leave: Pointer }
  | { readonly mark: Readonly<Record<Pointer, Omit<Mark, 'at'> | null>> }
  | { readonly markPiece: string }
  | { readonly addRow: Pointer }
  | { readonly moveRow: readonly [group: Pointer, row: string, before: string | null] }
  | { readonly removeRow: readonly [group: Pointer, row: string] }
  | { readonly goTo: string }
  /** What the service will find wrong when something is filed. */
  | { readonly serviceFinds: Extract<FilingAnswer, { readonly is: 'issues' }>['issues'] };

/** A session with its log and a service that says what a case wants it to say. */
export interface Desk {
  session: Session;
  finds: Extract<FilingAnswer, { readonly is: 'issues' }>['issues'];
  /** The draft that the log folds to. */
  draft(): Draft;
  readonly log: readonly DraftEntry[];
  open(): Session;
}

/** Opens a desk on a part of a plan and of its words. */
export function deskOf(part: Partial<Plan>, words: Partial<Texts> | undefined): Desk {
  const plan: Plan = { ...emptyPlan, ...part };
  const texts: Texts = { ...emptyTexts, ...words };
  const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
  const startedAt = '2026-11-23T10:00:00+01:00';
  const fresh = freshDraft({ id: 'CASE', key: 'CASE', procedure, startedAt });
  const memory = memoryPorts(startedAt);
  const never = () => Promise.resolve({ is: 'unreachable' } as const);
  const draft = () => foldDraft(fresh, memory.log);
  const desk = { finds: [], draft, log: memory.log } as unknown as Desk;
  const service: NonNullable<Ports['service']> = {
    putPiece: (_, piece) => Promise.resolve({ ...piece, state: 'stored' }),
    file: () => Promise.resolve({ is: 'issues', issues: desk.finds }),
    amend: never,
    fileOn: never,
  };
  desk.open = () => {
    const ports = { ...memory.ports, service };
    return openSession(plan, texts, { draft: draft(), ports, planHash: 'p', textsHash: 't' });
  };
  desk.session = desk.open();
  return desk;
}

/** Does one act and lets the log and the service answer. */
export async function doAct(desk: Desk, act: DeskAct): Promise<void> {
  const { session } = desk;
  if (act === 'NEXT') session.next();
  else if (act === 'BACK') session.back();
  else if (act === 'file') await session.file();
  else if (act === 'undo') session.undo?.();
  else if (act === 'redo') session.redo?.();
  else if (act === 'restore') {
    session.close();
    desk.session = desk.open();
  } else if ('answer' in act)
    for (const [pointer, value] of Object.entries(act.answer)) session.answer(pointer, value);
  else if ('leave' in act) session.leave(act.leave);
  else if ('mark' in act)
    for (const [pointer, mark] of Object.entries(act.mark)) session.mark(pointer, mark);
  else if ('markPiece' in act) session.markPiece(act.markPiece, { is: 'missing' });
  else if ('addRow' in act) session.addRow(act.addRow);
  else if ('moveRow' in act) session.moveRow(...act.moveRow);
  else if ('removeRow' in act) session.removeRow(...act.removeRow);
  else if ('goTo' in act) session.goTo(act.goTo);
  else desk.finds = act.serviceFinds;
  // Changes reach the log, and the service answers, in later turns.
  for (let i = 0; i < 6; i++) await Promise.resolve();
}

const emptyTexts: Texts = {
  format: 1,
  lang: 'en',
  dir: 'ltr',
  title: '',
  steps: {},
  groups: {},
  fields: {},
  pieces: {},
  advice: {},
  fees: {},
  says: {},
  states: {},
  clocks: {},
  attestations: {},
  events: {},
  ui: {},
};
