import type { AttestationPart } from '@guichet/engine';
import { html, type TemplateResult } from 'lit';
import { directionOf } from './direction-of.js';

/**
 * What an attestation says, in the order it is read: neighbouring parts of one language share a block
 * with its language and direction, so that a French text stays French inside an Arabic page.
 */
export function attestationWords(parts: readonly AttestationPart[]): TemplateResult {
  return html`${runsOf(parts, (a, b) => a.lang === b.lang).map(
    (run) =>
      html`<div class="gui-att-words" lang=${langOf(run)} dir=${directionOf(langOf(run))}>
        ${runsOf(run, (a, b) => a.is === 'line' && b.is === 'line').map(block)}
      </div>`,
  )}`;
}

function langOf([first]: readonly AttestationPart[]): string {
  return first?.lang ?? 'fr';
}

function block(run: readonly AttestationPart[]): unknown {
  const [first] = run;
  if (first?.is === 'heading') return html`<p class="gui-att-heading">${first.text}</p>`;
  if (first?.is === 'sentence')
    return html`<p class=${first.strong ? 'gui-att-strong' : ''}>${first.text}</p>`;
  return html`<dl class="gui-att-lines">${run.map(line)}</dl>`;
}

function line(part: AttestationPart): unknown {
  if (part.is !== 'line') return '';
  return html`<div class=${part.value.length > 60 ? 'gui-att-line gui-att-long' : 'gui-att-line'}>
    <dt>${part.label}</dt>
    <dd><bdi translate="no">${part.value}</bdi></dd>
  </div>`;
}

function runsOf<T>(items: readonly T[], joins: (a: T, b: T) => boolean): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before !== undefined && joins(before, item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}
