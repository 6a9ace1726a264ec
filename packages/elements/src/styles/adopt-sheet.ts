import { boxes } from './boxes.css.js';
import { controls } from './controls.css.js';
import { floor } from './floor.css.js';
import { layout } from './layout.css.js';
import { print } from './print.css.js';
import { tokens } from './tokens.css.js';

/** Every rule of ours stands under one of these, at no specificity: a host's own rules win without a fight. */
const AT = ':where(guichet-form, guichet-status, :host)';

let sheet: CSSStyleSheet | undefined;

/**
 * Adopts the one constructable sheet of the elements, once per root (CSP-safe, no `<style>`).
 *
 * Layer `guichet.theme` is there to be overridden by any unlayered rule; layer
 * `guichet.floor` is small and `!important`, which unlayered rules cannot beat.
 */
export function adoptSheet(element: Node): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  sheet ??= build();
  if (!root.adoptedStyleSheets.includes(sheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function build(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(`@layer guichet.theme, guichet.floor;
@layer guichet.theme { ${AT} { ${tokens} ${layout} ${controls} ${boxes} ${print} } }
@layer guichet.floor { ${AT} { ${floor} } }`);
  return made;
}
