import type { Plan, Pointer, Texts } from '@guichet/procedure';
import type { Mark } from '../draft.js';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import type { FilingAnswer, Ports } from '../ports.js';
import { openSession } from '../session/open-session.js';
import type { Issue, Session } from '../session/views.js';
import { emptyPlan } from './empty-plan.js';
import { memoryPorts } from './memory-ports.js';

/** One thing a person, or the service, does. Rows are named `r000000001`, `r000000002`… as they are added. */
export type IssueAct =
  | 'NEXT'
  | 'BACK'
  | 'file'
  | 'undo'
  /** The page is closed and opened again on the draft. */
  | 'restore'
  | { readonly answer: Readonly<Record<Pointer, unknown>> }
  | { readonly leave: Pointer }
  | { readonly mark: Readonly<Record<Pointer, Omit<Mark, 'at'> | null>> }
  | { readonly markPiece: string }
  | { readonly addRow: Pointer }
  | { readonly removeRow: readonly [group: Pointer, row: string] }
  | { readonly goTo: string }
  /** What the service will find wrong when something is filed. */
  | { readonly serviceFinds: Extract<FilingAnswer, { readonly is: 'issues' }>['issues'] };

/** A file of `conformance/issues`: when an issue is drawn, with which words, and where it can be mended. */
export interface IssueCases {
  readonly title: string;
  readonly rule: string;
  readonly plan: Partial<Plan>;
  readonly texts?: Partial<Texts>;
  readonly cases: readonly {
    readonly title: string;
    /** Words of this case, in place of the file's. */
    readonly texts?: Partial<Texts>;
    readonly steps: readonly {
      readonly do: readonly IssueAct[];
      /** Pointer → what is drawn there; null: nothing. Members not written are not looked at. */
      readonly drawn?: Readonly<Record<Pointer, Partial<Issue> | null>>;
      /** The list above the page, in its order. */
      readonly summary?: readonly (readonly [pointer: Pointer, code: string, step: string])[];
      /** Step → how many issues it is shown to have. */
      readonly counts?: Readonly<Record<string, number>>;
    }[];
  }[];
}

/** Runs a file of issues; each line of the answer is one difference. */
export async function runIssueCases(file: IssueCases): Promise<string[]> {
  const differences: string[] = [];
  for (const { title, steps, texts } of file.cases) {
    const desk = deskOf(file.plan, texts ?? file.texts);
    for (const [i, step] of steps.entries()) {
      for (const act of step.do) await doAct(desk, act);
      const told = (what: string, want: unknown, found: unknown) => {
        if (JSON.stringify(want) !== JSON.stringify(found))
          differences.push(
            `${file.rule} ${file.title}: ${title}: step ${i + 1}: ${what}: expected ${JSON.stringify(want)}, found ${JSON.stringify(found)}`,
          );
      };
      const { session } = desk;
      for (const [pointer, want] of Object.entries(step.drawn ?? {}))
        told(pointer, want, membersOf(drawnAt(session, pointer), want));
      if (step.summary)
        told(
          'summary',
          step.summary,
          session.summary().map(({ pointer, code, step: at }) => [pointer, code, at]),
        );
      if (step.counts) {
        const found = session.steps().map(({ id, issues }) => [id, issues] as const);
        const wanted = Object.keys(step.counts);
        told(
          'counts',
          step.counts,
          Object.fromEntries(found.filter(([id]) => wanted.includes(id))),
        );
      }
    }
  }
  return differences;
}

interface Desk {
  session: Session;
  finds: Extract<FilingAnswer, { readonly is: 'issues' }>['issues'];
  open(): Session;
}

function deskOf(part: Partial<Plan>, words: Partial<Texts> | undefined): Desk {
  const plan: Plan = { ...emptyPlan, ...part };
  const texts: Texts = { ...emptyTexts, ...words };
  const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
  const startedAt = '2026-11-23T10:00:00+01:00';
  const fresh = freshDraft({ id: 'CASE', key: 'CASE', procedure, startedAt });
  const memory = memoryPorts(startedAt);
  const never = () => Promise.resolve({ is: 'unreachable' } as const);
  const desk = { finds: [] } as unknown as Desk;
  const service: NonNullable<Ports['service']> = {
    putPiece: (_, piece) => Promise.resolve({ ...piece, state: 'stored' }),
    file: () => Promise.resolve({ is: 'issues', issues: desk.finds }),
    amend: never,
    fileOn: never,
  };
  desk.open = () => {
    const draft = foldDraft(fresh, memory.log);
    const ports = { ...memory.ports, service };
    return openSession(plan, texts, { draft, ports, planHash: 'p', textsHash: 't' });
  };
  desk.session = desk.open();
  return desk;
}

async function doAct(desk: Desk, act: IssueAct): Promise<void> {
  const { session } = desk;
  if (act === 'NEXT') session.next();
  else if (act === 'BACK') session.back();
  else if (act === 'file') await session.file();
  else if (act === 'undo') session.undo?.();
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
  else if ('removeRow' in act) session.removeRow(...act.removeRow);
  else if ('goTo' in act) session.goTo(act.goTo);
  else desk.finds = act.serviceFinds;
  // Changes reach the log, and the service answers, in later turns.
  for (let i = 0; i < 6; i++) await Promise.resolve();
}

/** What is drawn at a field, a group, a piece, or of something that has no place of its own. */
function drawnAt(session: Session, pointer: Pointer): Issue | undefined {
  if (pointer.startsWith('@piece/')) return session.piece(pointer.slice(7)).issue;
  const views = [() => session.field(pointer), () => session.group(pointer)];
  for (const view of views)
    try {
      return view().issue;
    } catch {
      // No field, or no group: another view may know it.
    }
  return session.summary().find((issue) => issue.pointer === pointer);
}

function membersOf(issue: Issue | undefined, want: Partial<Issue> | null): unknown {
  if (!issue || want === null) return issue ?? null;
  return Object.fromEntries(Object.keys(want).map((name) => [name, issue[name as keyof Issue]]));
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
