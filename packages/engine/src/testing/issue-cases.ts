import type { Plan, Pointer, Texts } from '@guichet/procedure';
import type { Issue, Session } from '../session/views.js';
import { deskOf, doAct, type DeskAct } from './desk.js';

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
      readonly do: readonly DeskAct[];
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
