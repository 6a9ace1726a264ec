import { html, type TemplateResult } from 'lit';

type Say = (key: string, params?: Readonly<Record<string, unknown>>) => string;

const place = '\u0000';

/** "File number: …", the number whole, in its own direction and left alone by translators. */
export function referenceLine(say: Say, reference: string): TemplateResult {
  const [before, after] = say('status.reference', { reference: place }).split(place);
  return html`${before}<bdi class="gui-whole" translate="no" dir="ltr">${reference}</bdi>${after}`;
}
