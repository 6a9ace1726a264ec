import { boxes } from './boxes.css.js';
import { controls } from './controls.css.js';
import { floor } from './floor.css.js';
import { layout } from './layout.css.js';
import { print } from './print.css.js';
import { tokens } from './tokens.css.js';

/** Every rule of ours stands under one of these, at no specificity: a host's own rules win without a fight. */
const AT = ':where(guichet-form, guichet-status, :host)';

const sheets = new Map<string, CSSStyleSheet>();

/**
 * Adopts the constructable sheet of the elements, once per root (CSP-safe, no `<style>`).
 *
 * Layer `guichet.theme` is there to be overridden by any unlayered rule; layer
 * `guichet.floor` is small and `!important`, which unlayered rules cannot beat.
 */
export function adoptSheet(element: Node): void {
  adoptCss(element, `${tokens} ${layout} ${controls} ${boxes} ${print}`, floor);
}

/** Adopts more rules in the theme layer, once per root. */
export function adoptCss(element: Node, theme: string, important = ''): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  const sheet = sheets.get(theme) ?? build(theme, important);
  sheets.set(theme, sheet);
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

function build(theme: string, important: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer guichet.theme, guichet.floor;
@layer guichet.theme { ${AT} { ${theme} } }
@layer guichet.floor { ${AT} { ${important} } }`);
  return sheet;
}
