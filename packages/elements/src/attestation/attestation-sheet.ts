import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { attestationWords } from './attestation-words.js';
import { adoptAttestationCss } from './adopt-attestation-css.js';
import type { AttestationViewOptions } from './attestation-view-options.js';
import { attestationCss } from './attestation.css.js';
import { directionOf } from './direction-of.js';
import { evidenceOf, keepFile } from './evidence-of.js';
import { printPart } from './print-part.js';
import { qrCode } from './qr-code.js';

/**
 * An attestation as its holder meets it: what it says, its code large enough to scan, the phrase to
 * compare by eye, and what to do with it (keep the evidence, show it on a phone, print it): first, since
 * a paper with every mention that the law asks for is long.
 *
 * The code is the address of the verification page followed by `#` and the signed text, so that any
 * phone's camera opens the check; without such an address it is the signed text alone.
 */
export function attestationSheet(options: AttestationViewOptions): TemplateResult {
  const { receipt, say, prefix } = options;
  const { document: words, jws } = receipt.attestation;
  const lang = words.parts[0]?.lang ?? 'fr';
  const title = `${prefix}-attestation-title`;
  return html`<article class="gui-att" aria-labelledby=${title} ${ref(adoptAttestationCss)}>
    ${actions(options)}
    <div class="gui-att-sheet">
      <p class="gui-att-title" id=${title} lang=${lang} dir=${directionOf(lang)}>${words.title}</p>
      <p class="gui-att-reference" translate="no" dir=${directionOf(lang)}>
        <bdi dir="ltr">${receipt.reference}</bdi>
      </p>
      <div class="gui-att-body">
        <figure class="gui-att-code">
          ${qrCode(codesOf(options), say('attestation.code'))}
          <figcaption>
            <span class="gui-att-check-label">${say('attestation.check')}</span>
            <strong class="gui-att-check" translate="no" dir="ltr">${words.check}</strong>
            <span class="gui-att-check-hint">${say('attestation.check.hint')}</span>
            ${verifierLine(options)}
          </figcaption>
        </figure>
        <div class="gui-att-said">${attestationWords(words.parts)}</div>
      </div>
    </div>
    ${phone(options)}
    <details class="gui-att-text">
      <summary>${say('attestation.asText')}</summary>
      <p>${say('attestation.asText.hint')}</p>
      <code translate="no" dir="ltr">${jws}</code>
    </details>
  </article>`;
}

function codesOf({ receipt, verifier }: AttestationViewOptions): readonly string[] {
  const { jws, verifier: own } = receipt.attestation;
  const address = verifier ?? own;
  return address ? [`${address}#${jws}`, jws] : [jws];
}

function verifierLine({ receipt, say, verifier }: AttestationViewOptions): unknown {
  const address = verifier ?? receipt.attestation.verifier;
  if (!address) return '';
  return html`<span class="gui-att-verifier">
    ${say('attestation.verify')}<br /><bdi translate="no" dir="ltr">${address}</bdi>
  </span>`;
}

function actions({ receipt, say }: AttestationViewOptions): TemplateResult {
  const keep = () => keepFile(evidenceOf(receipt.attestation, receipt.reference));
  return html`<p class="gui-row gui-att-actions gui-screen-only">
    <button type="button" class="gui-second" @click=${keep}>${say('download.attestation')}</button>
    <button type="button" class="gui-second" @click=${showPhone}>${say('showOnPhone')}</button>
    <button type="button" class="gui-second" @click=${print}>${say('attestation.print')}</button>
  </p>`;
}

/** The code alone, as large as the screen, on white: what one holds out over a counter. */
function phone(options: AttestationViewOptions): TemplateResult {
  const { receipt, say, prefix } = options;
  const { document: words } = receipt.attestation;
  const title = `${prefix}-attestation-phone`;
  const lang = words.parts[0]?.lang ?? 'fr';
  return html`<dialog class="gui-att-phone" aria-labelledby=${title}>
    <p class="gui-att-phone-title" id=${title} lang=${lang} dir=${directionOf(lang)}>
      ${words.title}
    </p>
    ${qrCode(codesOf(options), say('attestation.code'))}
    <p class="gui-att-check" translate="no"><bdi dir="ltr">${words.check}</bdi></p>
    <p class="gui-att-phone-reference" translate="no"><bdi dir="ltr">${receipt.reference}</bdi></p>
    <form method="dialog"><button class="gui-second" autofocus>${say('close')}</button></form>
  </dialog>`;
}

function articleOf(event: Event): HTMLElement | null {
  return event.currentTarget instanceof Element ? event.currentTarget.closest('.gui-att') : null;
}

function showPhone(event: Event): void {
  articleOf(event)?.querySelector('dialog')?.showModal();
}

function print(event: Event): void {
  const sheet = articleOf(event)?.querySelector<HTMLElement>('.gui-att-sheet');
  if (sheet) printPart(sheet, attestationCss);
}
