import type { JourneyMeta, JourneyState } from '../../types/journey.js';
import type { Plan } from '../../types/plan.js';
import type { Outline } from '../outline.js';

/** One message that a plan needs: its path in a bundle, and where a person would see it. */
export interface NeededWord {
  readonly path: readonly string[];
  readonly seen: string;
}

/** Every message that a person may have to read in this procedure, interface strings apart. */
export function neededWords(plan: Plan, outline: Outline): NeededWord[] {
  return [
    word('on every page', 'title'),
    ...stepWords(plan),
    ...fieldWords(plan, outline),
    ...pieceWords(plan),
    ...factWords(plan),
    ...lifecycleWords(plan),
    ...migrationWords(plan),
  ];
}

function word(seen: string, ...path: string[]): NeededWord {
  return { path, seen };
}

/** Every name that stands in a list of steps or tasks. */
export function namedSteps({ steps }: Plan): readonly string[] {
  const tasks = Object.values(steps).flatMap((step) => step.tasks ?? []);
  return [...new Set([...Object.keys(steps), ...tasks])];
}

function stepWords(plan: Plan): NeededWord[] {
  const tasks = Object.entries(plan.steps).flatMap(([list, step]) =>
    (step.tasks ?? []).map((name) => word(`in the list "${list}"`, 'steps', name, 'title')),
  );
  const pages = Object.entries(plan.steps).flatMap(([name, step]) => {
    const seen = `on the step "${name}"`;
    const headings = step.sections.flatMap((section) =>
      section.key === null ? [] : [section.key],
    );
    return [
      word(seen, 'steps', name, 'title'),
      ...headings.map((key) => word(seen, 'groups', key, 'title')),
      ...(step.exit ? [word(seen, 'says', step.exit.say)] : []),
    ];
  });
  const titled = new Set(Object.keys(plan.steps));
  return [...pages, ...tasks.filter(({ path }) => !titled.has(path[1] ?? ''))];
}

function fieldWords(plan: Plan, outline: Outline): NeededWord[] {
  const groups = Object.keys(plan.groups).map((pointer) =>
    word(`as the heading of the rows "${pointer}"`, 'groups', pointer, 'title'),
  );
  const fields = Object.entries(plan.fields).flatMap(([pointer, field]) => {
    const seen = stepOf(plan, pointer);
    const options = field.schema.enum ?? field.schema.items?.enum ?? [];
    const isChoice = field.kind === 'choice' || field.kind === 'many-choices';
    return [
      word(seen, 'fields', pointer, 'label'),
      ...(isChoice ? options : []).map((value) =>
        word(seen, 'fields', pointer, 'options', String(value)),
      ),
      ...(outline.nodes.get(pointer)?.why === undefined
        ? []
        : [word(seen, 'fields', pointer, 'why')]),
    ];
  });
  return [...groups, ...fields];
}

function stepOf(plan: Plan, pointer: string): string {
  const found = Object.entries(plan.steps).find(([, step]) =>
    step.sections.some((section) =>
      section.items.some((item) => item === pointer || pointer.startsWith(`${item}/`)),
    ),
  );
  return found ? `on the step "${found[0]}"` : 'where it is asked';
}

function pieceWords(plan: Plan): NeededWord[] {
  return Object.entries(plan.pieces).flatMap(([name, piece]) => [
    word('in the list of pieces', 'pieces', name, 'label'),
    ...(piece.each === undefined
      ? []
      : [word('as the heading of these pieces', 'pieces', name, 'title')]),
    ...(piece.anyOf ?? []).map((kind) =>
      word('in the list of pieces', 'pieces', name, 'anyOf', kind),
    ),
  ]);
}

function factWords(plan: Plan): NeededWord[] {
  return [
    ...plan.advice.map((advice) => word(`beside "${advice.at}"`, 'advice', advice.say)),
    ...plan.fees.map((fee) => word('in the list of fees', 'fees', fee.name)),
    ...Object.entries(plan.parties).flatMap(([name, { answers = [], gives = [] }]) =>
      answers.length + gives.length > 0
        ? [word('beside what is asked of them', 'parties', name, 'label')]
        : [],
    ),
    ...Object.keys(plan.links ?? {}).map((name) =>
      word('in the list of dossiers that go with this one', 'links', name, 'label'),
    ),
    ...(plan.window ? [word('beside the last day to file', 'says', plan.window.lateMeans)] : []),
    ...(plan.privacy.purpose === ''
      ? []
      : [word('before the first question', 'says', plan.privacy.purpose)]),
    ...Object.entries(plan.attestations).flatMap(([name, { says = [] }]) => [
      word('in the list of attestations', 'attestations', name, 'label'),
      ...says.map((key) => word(`on the attestation "${name}"`, 'says', key)),
    ]),
    ...Object.values(plan.clocks).flatMap((clock) => [
      word('in the status of the dossier', 'clocks', clock.means, 'label'),
      word('in the status of the dossier', 'clocks', clock.means, 'means'),
    ]),
  ];
}

function lifecycleWords(plan: Plan): NeededWord[] {
  const metas = metasOf(plan.lifecycle.states);
  return metas.flatMap((meta) => [
    word('in the status of the dossier', 'states', meta.label, 'label'),
    word('in the status of the dossier', 'states', meta.means, 'means'),
    ...(typeof meta.clock === 'object'
      ? [word('in the status of the dossier', 'says', meta.clock.none)]
      : []),
  ]);
}

function metasOf(states: Readonly<Record<string, JourneyState>>): JourneyMeta[] {
  return Object.values(states).flatMap((state) => [
    ...(state.meta ? [state.meta] : []),
    ...(state.states ? metasOf(state.states) : []),
  ]);
}

/** Why an answer of a version before is asked no more. */
function migrationWords(plan: Plan): NeededWord[] {
  return Object.values(plan.migrations ?? {}).flatMap(({ answers }) =>
    answers.flatMap((move) =>
      'drop' in move && move.says !== ''
        ? [word('to whoever began under an older version', 'says', move.says)]
        : [],
    ),
  );
}
