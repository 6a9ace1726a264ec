import { entriesOf } from '../../read/shapes.js';
import type { Place, Workspace } from '../../read/workspace.js';

/** What may be written at a place of flow.json. */
const allowed = {
  flow: ['id', 'initial', 'states', 'description', '$schema'],
  page: ['on', 'meta', 'description'],
  compound: ['initial', 'states', 'on', 'meta', 'description'],
  events: ['NEXT'],
  target: ['target', 'guard', 'description'],
  guard: [],
} satisfies Record<string, readonly string[]>;

/** Reports `flow-not-allowed`: what XState knows and an interview has no use for, each with what to do instead. */
export function reportForbidden(
  workspace: Workspace,
  holder: unknown,
  at: keyof typeof allowed,
  place?: Place,
): void {
  const known: readonly string[] = allowed[at];
  for (const [key, value] of entriesOf(holder)) {
    if (known.includes(key)) continue;
    const word = key === 'type' && typeof value === 'string' ? value : key;
    const { why, fix } = (Object.hasOwn(words, word) ? words[word] : undefined) ?? other[at];
    workspace.report(place ?? workspace.placeOfKey(holder, key), {
      rule: 'flow-not-allowed',
      message: `"${word}" has no place in an interview: ${why}`,
      fix,
    });
  }
}

interface Reason {
  readonly why: string;
  readonly fix: string;
}

const facts: Reason = {
  why: 'what a person said is in the answers, and nothing else is remembered.',
  fix: 'Ask it in data.schema.json and read it in a guard of type "when".',
};
const actions: Reason = {
  why: 'going from page to page changes nothing but the page shown.',
  fix: 'Remove it; what follows from an answer is said in data.schema.json or procedure.json.',
};
const time: Reason = {
  why: 'a person is never moved on without having pressed "continue".',
  fix: 'Lead there by NEXT; a guard may read "today".',
};
const passing: Reason = {
  why: 'a person is never moved on without having pressed "continue".',
  fix: 'Lead there by NEXT with a guard; a page none of whose questions is asked is passed over by itself.',
};
const outside: Reason = {
  why: 'a page calls nobody: what comes from elsewhere is looked up by a field.',
  fix: 'Remove it, and write "lookup" at the question in data.schema.json.',
};
const parallel: Reason = {
  why: 'a person reads one page at a time.',
  fix: 'Write the pages inside one state with "meta": { "sections": "any-order" }, a task list.',
};
const history: Reason = {
  why: 'the page where a person was is kept by the engine, which opens it again.',
  fix: 'Lead to the page itself.',
};
const final: Reason = {
  why: 'an interview ends with its review, which stays open until it is filed.',
  fix: 'Remove it; end with a page of "meta": { "ask": "review" }.',
};
const events: Reason = {
  why: 'going back, jumps, saving and leaving are the engine’s, so that they never fail a person.',
  fix: 'Keep to "on": { "NEXT": … }.',
};

const words: Readonly<Record<string, Reason>> = {
  context: facts,
  input: facts,
  output: facts,
  tags: facts,
  actions,
  entry: actions,
  exit: {
    ...actions,
    fix: 'Remove it; a page that explains another way has "exit" in its "meta".',
  },
  reenter: actions,
  always: passing,
  after: time,
  invoke: outside,
  parallel,
  history,
  final,
  onDone: final,
};

const when: Reason = {
  why: 'conditions are data, the same everywhere.',
  fix: 'Write "guard": { "type": "when", "params": { "at": pointer, "is": … } }.',
};
const plain: Reason = {
  why: events.why,
  fix: 'Keep to "initial", "states", "meta", and "on": { "NEXT": … } with guards of type "when".',
};
const other: Readonly<Record<keyof typeof allowed, Reason>> = {
  flow: plain,
  page: plain,
  compound: plain,
  events,
  target: plain,
  guard: when,
};
