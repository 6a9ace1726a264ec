import { html, nothing } from 'lit';

/** Languages the form can be read in, each by its own name. */
export function languages(
  all: readonly string[],
  current: string,
  label: string,
  choose: (lang: string) => void,
): unknown {
  if (all.length < 2) return nothing;
  return html`<div class="gui-languages" role="group" aria-label=${label}>
    ${all.map(
      (lang) =>
        html`<button
          type="button"
          class="gui-language"
          lang=${lang}
          translate="no"
          aria-pressed=${lang === current ? 'true' : 'false'}
          @click=${() => choose(lang)}
        >
          ${ownName(lang)}
        </button>`,
    )}
  </div>`;
}

function ownName(lang: string): string {
  const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
