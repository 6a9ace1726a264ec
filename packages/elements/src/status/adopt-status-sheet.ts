import { statusCss } from './status.css.js';

let sheet: CSSStyleSheet | undefined;

/** Adopts the rules of the status page, once per root: pages that only hold a form never load them. */
export function adoptStatusSheet(element: Node): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  sheet ??= build();
  if (!root.adoptedStyleSheets.includes(sheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function build(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(`@layer guichet.theme, guichet.floor; @layer guichet.theme { ${statusCss} }`);
  return made;
}
