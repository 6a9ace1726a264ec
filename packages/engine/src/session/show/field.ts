import type { FieldPlan, Pointer } from '@guichet/procedure';
import { answerAt } from '../../model/answer-at.js';
import { fieldState } from '../../model/field-state.js';
import { patternIn } from '../../model/pattern-in.js';
import { isShown } from '../../model/visibility.js';
import { optionsOf } from '../../reading/read-answer.js';
import { rawOf } from '../../reading/raw-of.js';
import { formatAnswer, optionLabel } from '../../texts/format-answer.js';
import { fieldAt } from '../acts/answer.js';
import type { Core } from '../core.js';
import { drawnIssue } from '../issues.js';
import { askedOf } from '../party-label.js';
import type { FieldView, OptionView } from '../views.js';
import { answerWords, fieldTexts, own, say, word } from '../words.js';
import { adviceText } from './advice-text.js';

/** Everything that one field shows. */
export function showField(core: Core, pointer: Pointer): FieldView {
  const plan = fieldAt(core, pointer);
  const texts = fieldTexts(core, pointer);
  const state = fieldState(core.model, pointer);
  const value = answerAt(core.model, pointer);
  return {
    pointer,
    kind: plan.kind,
    label: word(core, texts?.label) || pointer,
    hint: word(core, texts?.hint),
    why: whyOf(core, plan, pointer),
    options: choices(core, pointer, plan),
    shown: isShown(state.visibility),
    required: state.required,
    ...(core.news?.added.includes(patternIn(core.model, pointer)) && { isNew: true }),
    ifConcerned: state.visibility === 'concerned',
    mayBeUnknown: plan.mustKnow === undefined && !plan.compute,
    value,
    raw: rawFor(core, pointer, plan, value),
    mark: core.model.scope.mark(pointer),
    issue: drawnIssue(core, pointer),
    advice: [...state.advice.map((n) => adviceText(core, n)), ...doubtText(core, pointer, value)],
    autocomplete: plan.autocomplete ?? '',
    inputMode: plan.inputMode ?? '',
    maxLength: plan.schema.maxLength,
    unit: unitOf(core, plan),
    ...(plan.lookup && core.ports.lookups && { hasLookup: true as const }),
    ...(state.by === undefined ? {} : { askedOf: askedOf(core, state.by) }),
  };
}

/** What the control holds; what is computed, or asked of somebody else, is read and not typed, and written out. */
function rawFor(core: Core, pointer: Pointer, plan: FieldPlan, value: unknown): unknown {
  const isRead = plan.compute !== undefined || fieldState(core.model, pointer).by !== undefined;
  if (isRead) return formatAnswer(plan, value, answerWords(core, pointer, plan));
  return core.raws.get(pointer) ?? rawOf(plan, value);
}

function doubtText(core: Core, pointer: Pointer, value: unknown): readonly string[] {
  const doubt = core.doubts.get(pointer);
  if (doubt?.code === undefined || doubt.about !== value) return [];
  return [
    say(core, `doubt.${doubt.code}`, { label: word(core, fieldTexts(core, pointer)?.label) }),
  ];
}

function whyOf(core: Core, plan: FieldPlan, pointer: Pointer): string {
  const why = plan.why ? word(core, fieldTexts(core, pointer)?.why) : '';
  const source = own(core.plan.sources, plan.source ?? '')?.title;
  return why && source !== undefined ? `${why} ${say(core, 'why.source', { source })}` : why;
}

function unitOf(core: Core, plan: FieldPlan): string {
  return plan.unit === undefined ? '' : say(core, `unit.${plan.unit}`);
}

function choices(core: Core, pointer: Pointer, plan: FieldPlan): readonly OptionView[] {
  const words = answerWords(core, pointer, plan);
  const named = (value: string | number | boolean, label: string): OptionView => ({
    value,
    label: optionLabel(value, words) ?? label,
  });
  if (plan.kind === 'yes-no') return [named(true, words.yes), named(false, words.no)];
  if (plan.kind !== 'choice' && plan.kind !== 'many-choices') return [];
  return optionsOf(plan).map((value) => named(value as string | number | boolean, String(value)));
}
