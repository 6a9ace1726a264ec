import type { Workspace } from '../../read/workspace.js';
import { type AuthoredState, authoredStates } from './authored-states.js';
import type { PageWays } from './page-ways.js';

/** What the pages of a flow lead to. */
export interface Reach {
  /** Pages that somebody may come to. */
  readonly reached: ReadonlySet<string>;
  /** Those of them that nothing follows. */
  readonly ends: readonly string[];
}

/** Reports `unreachable-step` and `flow-cycle`; says where people come and where they end. */
export function checkReach(
  workspace: Workspace,
  flow: unknown,
  { initial, to, inTask }: PageWays,
): Reach {
  const reached = new Set(initial === undefined ? [] : [initial]);
  for (const name of reached) for (const next of to.get(name) ?? []) reached.add(next);
  const states = authoredStates(flow);
  reportUnreached(workspace, states, reached);
  const loop = loopIn(to);
  if (loop) {
    const last = states.find(({ name }) => name === loop.at(-2));
    workspace.report(
      last ? workspace.placeOfKey(last.holder, last.name) : workspace.placeOf(flow),
      cycle(loop),
    );
  }
  const isEnd = (name: string) => (to.get(name) ?? []).length === 0 && !inTask.has(name);
  return { reached, ends: [...reached].filter(isEnd) };
}

/** The outermost state that nobody comes to stands for all inside it. */
function reportUnreached(
  workspace: Workspace,
  states: readonly AuthoredState[],
  reached: ReadonlySet<string>,
): void {
  const met = new Set<AuthoredState | undefined>([undefined]);
  for (const one of states) {
    if (!reached.has(one.name)) continue;
    for (let at: AuthoredState | undefined = one; at; at = at.parent) met.add(at);
  }
  for (const one of states) {
    if (met.has(one) || !met.has(one.parent)) continue;
    workspace.report(workspace.placeOfKey(one.holder, one.name), {
      rule: 'unreachable-step',
      message: `No way leads to the step "${one.name}", so its questions are never asked.`,
      fix: 'Lead a NEXT to it, or remove it.',
    });
  }
}

/** A way that leads back to where it began, first and last alike. */
function loopIn(to: PageWays['to']): readonly string[] | undefined {
  const done = new Set<string>();
  for (const start of to.keys()) {
    const path: { readonly name: string; readonly next: Iterator<string> }[] = [];
    const go = (name: string): void => {
      path.push({ name, next: [...(to.get(name) ?? [])].values() });
    };
    if (!done.has(start)) go(start);
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const { value, done: isOver = false } = last.next.next();
      if (isOver) {
        done.add(last.name);
        path.pop();
        continue;
      }
      const at = path.findIndex(({ name }) => name === value);
      if (at >= 0) return [...path.slice(at).map(({ name }) => name), String(value)];
      if (!done.has(String(value))) go(String(value));
    }
  }
  return undefined;
}

const cycle = (loop: readonly string[]) => ({
  rule: 'flow-cycle',
  message: `"Continue" turns in a circle: ${loop.map((name) => `"${name}"`).join(' → ')}. Nobody would come to the end.`,
  fix: 'Lead each NEXT onward; going back to a page is always possible without it.',
});
