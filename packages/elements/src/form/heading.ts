import { html, type TemplateResult } from 'lit';

/** A heading of the level that suits the host page. Its text changes with the step or the language, never alone. */
export function heading(level: number, text: unknown, id: string, name: string): TemplateResult {
  switch (Math.min(6, Math.max(1, level))) {
    case 1:
      return html`<h1 class=${name} id=${id} tabindex="-1">${text}</h1>`;
    case 2:
      return html`<h2 class=${name} id=${id} tabindex="-1">${text}</h2>`;
    case 3:
      return html`<h3 class=${name} id=${id} tabindex="-1">${text}</h3>`;
    case 4:
      return html`<h4 class=${name} id=${id} tabindex="-1">${text}</h4>`;
    case 5:
      return html`<h5 class=${name} id=${id} tabindex="-1">${text}</h5>`;
    default:
      return html`<h6 class=${name} id=${id} tabindex="-1">${text}</h6>`;
  }
}
