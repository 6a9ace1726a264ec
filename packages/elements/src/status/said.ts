import { html, type TemplateResult } from 'lit';

/**
 * A paragraph whose text may change while the page is open. Set by `textContent`: a page translator
 * replaces text nodes, and a bare binding would go on writing into the one it took away.
 */
export function said(text: string, name = ''): TemplateResult {
  return html`<p class=${name} .textContent=${text}></p>`;
}
