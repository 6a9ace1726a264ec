import { attestationCss } from './attestation.css.js';

let sheet: CSSStyleSheet | undefined;

/** Adopts the rules of the attestation view where it stands, once per root; loaded with the view itself. */
export function adoptAttestationCss(element: Element | undefined): void {
  // Lit hands out an element before it puts it into the page: where it stands is known a moment later.
  queueMicrotask(() => adopt(element?.getRootNode()));
}

function adopt(root: Node | undefined): void {
  if (!(root instanceof Document) && !(root instanceof ShadowRoot)) return;
  sheet ??= build();
  if (!root.adoptedStyleSheets.includes(sheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function build(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(
    `@layer guichet.theme, guichet.floor; @layer guichet.theme { ${attestationCss} }`,
  );
  return made;
}
