import type { Author, DossierView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '../form/heading.js';
import { said } from './said.js';
import { eventName, wordsOf } from './say-with.js';
import type { StatusScope } from './status-scope.js';
import { dayOf, moment } from './when.js';

type Entry = DossierView['timeline'][number];

/** All that happened, then what comes next with its legal date, along one line. */
export function timeline(scope: StatusScope): TemplateResult {
  const { view, say, prefix } = scope;
  return html`<section class="gui-section gui-st-history" aria-labelledby=${`${prefix}-history`}>
    ${heading(scope.level + 1, say('timeline.title'), `${prefix}-history`, 'gui-section-title')}
    <ol class="gui-st-line" role="list">
      ${repeat(
        view.timeline,
        ({ seq }) => seq,
        (entry) => happened(scope, entry),
      )}
      ${coming(scope)}
    </ol>
  </section>`;
}

function happened(scope: StatusScope, entry: Entry): TemplateResult {
  const note = noteOf(scope, entry);
  return html`<li class="gui-st-event">
    ${said(eventName(scope.texts, entry.type), 'gui-st-what')}
    <p class="gui-st-when">
      <time datetime=${entry.at} .textContent=${moment(scope, entry.at)}></time>
      <span .textContent=${`– ${author(scope, entry.by)}`}></span>
    </p>
    ${note ? said(note, 'gui-st-note') : nothing}
  </li>`;
}

/** A note may be the name of a clock or of an attestation; anything else is somebody's own words. */
function noteOf({ texts }: StatusScope, { type, note }: Entry): string {
  if (!note) return '';
  if (type === 'CLOCK_ENDED' || type === 'CLOCK_CORRECTED')
    return wordsOf(texts, 'clocks', note).label;
  return type === 'ATTESTATION_ISSUED' ? wordsOf(texts, 'attestations', note).label : note;
}

/** Who did it: you, the service, a named officer with their quality, and for whom under a mandate. */
export function author({ say }: StatusScope, by: Author): string {
  const as = say(`timeline.by.${by.as}`);
  const known = by.name && by.as !== 'holder';
  const name =
    known && by.quality ? say('status.officer', { name: by.name, quality: by.quality }) : by.name;
  const who = known ? [name, by.service].filter(Boolean).join(' – ') : as;
  return by.for ? say('status.byFor', { by: who, name: by.for }) : who;
}

function coming(scope: StatusScope): unknown {
  const { clocks } = scope.view;
  const dated = clocks
    .filter(({ state, due }) => (state === 'running' || state === 'suspended') && due)
    .toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
  const doubtful = clocks.filter(({ state }) => state === 'to-verify');
  return repeat(
    [...dated, ...doubtful],
    ({ name, n }) => `${name}/${n}`,
    (clock) =>
      html`<li class="gui-st-event gui-st-next">
        <span class="gui-hidden" .textContent=${scope.say('timeline.next')}></span>
        ${said(wordsOf(scope.texts, 'clocks', clock.name).label, 'gui-st-what')}
        ${
          clock.due && clock.state === 'running'
            ? said(scope.say('status.expectedBy', { day: dayOf(scope, clock.due) }), 'gui-st-when')
            : said(
                scope.say(clock.state === 'suspended' ? 'status.suspended' : 'clock.to-verify'),
                'gui-st-when',
              )
        }
      </li>`,
  );
}
