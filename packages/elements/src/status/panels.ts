import { dayIn, startOfDay } from '@guichet/procedure';
import { html, nothing, type TemplateResult } from 'lit';
import { said } from './said.js';
import type { StatusScope } from './status-scope.js';
import { duration } from './when.js';

type Panel = (scope: StatusScope) => TemplateResult;

/** What an act asks before it is done, by its command. */
const panels: Readonly<Record<string, Panel>> = {
  withdraw: (scope) =>
    form(scope, 'withdraw', 'can.withdraw', [
      said(scope.say('withdraw.confirm'), 'gui-st-ask'),
      said(scope.say('withdraw.then')),
      longText(scope, 'reason', 'withdraw.reason'),
    ]),
  'report-incident': (scope) =>
    form(scope, 'report-incident', 'incident.send', [
      longText(scope, 'reason', 'incident.what', 'incident.what.hint', true),
    ]),
  transmit: (scope) =>
    form(scope, 'transmit', 'can.transmit', [
      day(scope),
      shortText(scope, 'proof', 'transmit.proof'),
    ]),
  appeal,
};

/** The panel of an act; empty for an act that asks nothing. */
export function panel(scope: StatusScope, act: string): unknown {
  return panels[act]?.(scope) ?? nothing;
}

function form(
  scope: StatusScope,
  act: string,
  label: string,
  fields: readonly unknown[],
): TemplateResult {
  return html`<form @submit=${(event: SubmitEvent) => submit(scope, act, event)}>
    ${fields}
    <p class="gui-row gui-st-decide">
      <button class="gui-main" aria-disabled=${scope.busy ? 'true' : nothing}>
        ${scope.say(label)}
      </button>
      <button type="button" class="gui-link" @click=${() => scope.toggle(act)}>
        ${scope.say('cancel')}
      </button>
    </p>
  </form>`;
}

function submit(scope: StatusScope, act: string, event: SubmitEvent): void {
  event.preventDefault();
  if (scope.busy || !(event.currentTarget instanceof HTMLFormElement)) return;
  const given = new FormData(event.currentTarget);
  const text = (name: string) => String(given.get(name) ?? '').trim();
  if (act === 'transmit') return scope.send(act, transmission(scope, text('day'), text('proof')));
  const reason = text('reason');
  scope.send(act, {
    ...(act === 'report-incident' && { kind: 'online' }),
    ...(reason && { reason }),
  });
}

/** A sending of today counts from now, one of an earlier day from its noon: never in the future. */
function transmission(
  scope: StatusScope,
  sent: string,
  reference: string,
): Readonly<Record<string, unknown>> {
  const today = dayIn(scope.now, scope.zone);
  const noon = Date.parse(startOfDay(sent, scope.zone)) + 12 * 3_600_000;
  const effectiveAt = sent === today ? scope.now.toISOString() : new Date(noon).toISOString();
  return { proof: { kind: 'reference', reference }, effectiveAt };
}

function appeal(scope: StatusScope): TemplateResult {
  const { operator, say } = scope;
  return html`${said(say('appeal.made.hint'))}
    <ul class="gui-st-appeals">
      ${(operator?.appeals ?? []).map(
        ({ to, within, how, source }) =>
          html`<li>
            <p><strong>${to}</strong></p>
            <p>
              ${say('receipt.value.appeal', { to, within: duration(scope, within), how: bare(how), source: bare(source) })}
            </p>
            <button type="button" class="gui-second" @click=${() => scope.send('appeal', { to })}>
              ${say('appeal.made')}<span class="gui-hidden"> – ${to}</span>
            </button>
          </li>`,
      )}
    </ul>`;
}

/** The sentence around it brings the full stop. */
function bare(text: string): string {
  return text.replace(/\.$/, '');
}

function longText(
  scope: StatusScope,
  name: string,
  label: string,
  hint = '',
  required = false,
): TemplateResult {
  const id = `${scope.prefix}-${name}`;
  return html`<div class="gui-field">
    <label class="gui-label" for=${id}>${scope.say(label)}</label>
    ${hintFor(scope, id, hint)}
    <textarea
      class="gui-input"
      id=${id}
      name=${name}
      rows="3"
      maxlength="2000"
      ?required=${required}
      aria-describedby=${hint ? `${id}-hint` : nothing}
    ></textarea>
  </div>`;
}

function shortText(scope: StatusScope, name: string, label: string): TemplateResult {
  const id = `${scope.prefix}-${name}`;
  return html`<div class="gui-field">
    <label class="gui-label" for=${id}>${scope.say(label)}</label>
    ${hintFor(scope, id, `${label}.hint`)}
    <input
      class="gui-input"
      id=${id}
      name=${name}
      maxlength="200"
      required
      aria-describedby=${`${id}-hint`}
    />
  </div>`;
}

function day(scope: StatusScope): TemplateResult {
  const id = `${scope.prefix}-day`;
  const today = dayIn(scope.now, scope.zone);
  return html`<div class="gui-field">
    <label class="gui-label" for=${id}>${scope.say('transmit.day')}</label>
    <input class="gui-input gui-medium" type="date" id=${id} name="day" max=${today} required />
  </div>`;
}

function hintFor(scope: StatusScope, id: string, hint: string): unknown {
  return hint ? html`<p class="gui-hint" id=${`${id}-hint`}>${scope.say(hint)}</p>` : nothing;
}
