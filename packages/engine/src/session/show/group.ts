import type { Pointer } from '@guichet/procedure';
import { groupState, type GroupState } from '../../model/group-state.js';
import { patternIn } from '../../model/pattern-in.js';
import { isShown } from '../../model/visibility.js';
import { groupAt } from '../acts/rows.js';
import type { Core } from '../core.js';
import { drawnIssue } from '../issues.js';
import { hasOwnPages } from '../path.js';
import { rowTitle } from '../row-title.js';
import type { GroupView } from '../views.js';
import { own, say, word } from '../words.js';
import { adviceText } from './advice-text.js';

/** A repeating group with its rows; fields whose rows have pages of their own are drawn there. */
export function showGroup(core: Core, pointer: Pointer): GroupView {
  const plan = groupAt(core, pointer);
  const pattern = patternIn(core.model, pointer);
  const state = groupState(core.model, pointer);
  const texts = own(core.texts.groups, pattern);
  const rows = core.progress.rows.get(pointer) ?? [];
  const patterns = hasOwnPages(core, pattern)
    ? []
    : (core.model.shape.rowFields.get(pattern) ?? []);
  const inRow = patterns.map((field) => field.slice(pattern.length + '/*'.length));
  const isOpen = !core.readOnly && state.by === undefined;
  const mark = core.progress.marks.get(pointer);
  return {
    pointer,
    title: word(core, texts?.title),
    addLabel: word(core, texts?.add),
    hint: word(core, texts?.hint),
    shown: isShown(state.visibility),
    rows: rows.map((id) => ({
      id,
      title: rowTitle(core, pointer, id),
      fields: inRow.map((rest) => `${pointer}/${id}${rest}`),
    })),
    canAdd: rows.length < plan.maxItems && isOpen,
    ...(state.visibility === 'concerned' && { ifConcerned: true as const }),
    ...(mark && { mark }),
    ...(plan.import && isOpen && { importColumns: Object.keys(plan.import.columns) }),
    ...saidOf(core, state),
    issue: drawnIssue(core, pointer),
  };
}

/** Most gaps said at once: the rest is said when these are filled. */
const mostGaps = 5;

function saidOf(core: Core, { advice = [], gaps = [] }: GroupState): Pick<GroupView, 'advice'> {
  const said = [
    ...gaps
      .slice(0, mostGaps)
      .map(({ from, to }) => say(core, from === to ? 'rows.gap.day' : 'rows.gap', { from, to })),
    ...advice.map((n) => adviceText(core, n)),
  ];
  return said.length === 0 ? {} : { advice: said };
}
