import type { FieldView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { unlessFocused } from '../live/unless-focused.js';
import type { Scope } from '../form/scope.js';
import { describedBy } from './describe.js';
import { grouped } from './frame.js';

/** Parts of a day, in the order they are written in French, English and Arabic. */
export type DayPart = 'day' | 'month' | 'year';

/**
 * A day, or a part of one, in separate inputs: a calendar pop-up asks a person
 * born in 1961 to leaf through sixty years, and cannot say "I know the year only".
 */
export function dayParts(scope: Scope, view: FieldView, parts: readonly DayPart[]): TemplateResult {
  const typedParts = readParts(view);
  return grouped(
    scope,
    view,
    html`<div class="gui-day">
      ${parts.map((part, index) => onePart(scope, view, part, typedParts[part] ?? '', index === 0))}
    </div>`,
  );
}

function onePart(
  scope: Scope,
  view: FieldView,
  part: DayPart,
  text: string,
  first: boolean,
): TemplateResult {
  const id = first ? scope.id(view.pointer) : scope.id(view.pointer, part);
  return html`<div class="gui-part">
    <label class="gui-part-label" for=${id} .textContent=${scope.say(`date.${part}`)}></label
    ><input
      class="gui-input gui-part-${part}"
      form="gui-none"
      dir="ltr"
      type="text"
      inputmode="numeric"
      data-part=${part}
      id=${id}
      autocomplete=${tokenOf(view, part)}
      aria-describedby=${describedBy(scope, view)}
      aria-invalid=${view.issue && concerns(view, part) ? 'true' : nothing}
      aria-required=${view.required && view.kind !== 'partial-date' ? 'true' : nothing}
      .value=${unlessFocused(text)}
      @input=${(event: Event) => scope.answer(view.pointer, gather(event))}
    />
  </div>`;
}

/** The part that is wrong when the issue names it; else all. */
function concerns(view: FieldView, part: DayPart): boolean {
  const wrong = view.issue?.params['part'];
  return wrong === undefined || wrong === part;
}

function tokenOf(view: FieldView, part: DayPart): string {
  return view.autocomplete === 'bday' ? `bday-${part}` : 'off';
}

/** What the inputs of a day hold, by part. */
export function readParts(view: FieldView): Partial<Record<DayPart, string>> {
  if (view.raw !== null && typeof view.raw === 'object')
    return view.raw as Partial<Record<DayPart, string>>;
  const [year = '', month = '', day = ''] =
    typeof view.value === 'string' ? view.value.split('-') : [];
  return { year, month, day };
}

function gather(event: Event): Record<string, string> {
  const inputs =
    (event.currentTarget as HTMLElement).closest('.gui-day')?.querySelectorAll('input') ?? [];
  return Object.fromEntries([...inputs].map((input) => [input.dataset['part'] ?? '', input.value]));
}
