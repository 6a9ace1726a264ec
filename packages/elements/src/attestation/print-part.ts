/**
 * Prints one part of the page and nothing around it, whatever the host page looks like.
 *
 * The part is copied into an empty frame with our rules alone: a host's print sheet can neither hide nor
 * shrink a proof. The frame has no address, so no content security policy has anything to say about it.
 */
export function printPart(part: HTMLElement, css: string): void {
  const frame = document.createElement('iframe');
  frame.className = 'gui-att-frame';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  part.append(frame);
  const page = frame.contentWindow;
  if (!page) {
    frame.remove();
    globalThis.print();
    return;
  }
  fill(page as Window & typeof globalThis, part, css);
  page.addEventListener('afterprint', () => frame.remove());
  page.focus();
  page.print();
}

function fill(page: Window & typeof globalThis, part: HTMLElement, css: string): void {
  const { document: copy } = page;
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(css);
  copy.adoptedStyleSheets = [sheet];
  copy.title = document.title;
  copy.documentElement.lang = closest(part, 'lang');
  copy.documentElement.dir = getComputedStyle(part).direction;
  // Our rules are written for what stands inside one of our elements; here its name is only a name.
  const root = copy.createElement('guichet-status');
  root.append(copy.importNode(part, true));
  root.querySelectorAll('iframe, dialog').forEach((node) => node.remove());
  copy.body.append(root);
}

function closest(part: Element, name: string): string {
  return (
    part.closest(`[${name}]`)?.getAttribute(name) ??
    document.documentElement.getAttribute(name) ??
    ''
  );
}
