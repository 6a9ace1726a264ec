const TYPED = new Set(['text', 'tel', 'email', 'number', 'search', 'url']);

/**
 * Enter in a line of text goes on, as in any form, and stops there: there is no
 * `<form>` of ours (parsers drop one inside another), and the host's must not be sent.
 */
export function onEnter(event: KeyboardEvent, goOn: () => void): void {
  const target = event.composedPath()[0];
  if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
  if (!(target instanceof HTMLInputElement) || !TYPED.has(target.type)) return;
  event.preventDefault();
  event.stopPropagation();
  const nested = target.closest('[data-enter]')?.querySelector('button');
  if (nested) nested.click();
  else goOn();
}
