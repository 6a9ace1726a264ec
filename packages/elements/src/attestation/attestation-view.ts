import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import type { AttestationViewOptions } from './attestation-view-options.js';

export type { AttestationViewOptions } from './attestation-view-options.js';

type Sheet = typeof import('./attestation-sheet.js');

let loading: Promise<Sheet> | undefined;
let loaded: Sheet | undefined;

/**
 * An attestation: what it says, its code, its check phrase, and what to do with it.
 *
 * What draws it is loaded on first use, so that nobody waits for it before filing. Should the network
 * go just then, the reference, the phrase and the signed text are shown all the same: the proof is
 * there, and the whole view comes at the next drawing.
 */
export function attestationView(options: AttestationViewOptions): TemplateResult {
  if (loaded) return loaded.attestationSheet(options);
  const drawn = preloadAttestationView().then(
    ({ attestationSheet }) => attestationSheet(options),
    () => bare(options),
  );
  return html`${until(drawn, html`<p role="status">${options.say('loading')}</p>`)}`;
}

/** Loads what draws attestations beforehand: worth calling on the last page before filing. */
export function preloadAttestationView(): Promise<Sheet> {
  loading ??= import('./attestation-sheet.js').then((sheet) => (loaded = sheet));
  loading.catch(() => (loading = undefined));
  return loading;
}

function bare({ receipt, say }: AttestationViewOptions): TemplateResult {
  const { document: words, jws } = receipt.attestation;
  return html`<article>
    <p><strong>${words.title}</strong></p>
    <p translate="no"><bdi dir="ltr">${receipt.reference}</bdi></p>
    <p>${say('attestation.check')} <bdi translate="no" dir="ltr">${words.check}</bdi></p>
    <p>${say('attestation.asText')}</p>
    <p><code translate="no" dir="ltr">${jws}</code></p>
  </article>`;
}
