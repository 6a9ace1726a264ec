/** An element with its text: the only way this page writes (no markup is ever parsed). */
export function drawn(
  name: string,
  text = '',
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** An element of the page that must be there. */
export function part<T extends Element>(id: string, type: new () => T): T {
  const found = document.getElementById(id) ?? document.createElement('div');
  if (found instanceof type) return found;
  throw new TypeError(`index.html has no #${id} of the right kind.`);
}
