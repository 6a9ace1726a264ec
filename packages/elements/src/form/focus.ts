/**
 * Focuses what has this id, or the first wrong control of its field, with its
 * label in view: a screen that shows a control without its question is a riddle.
 */
export function focusOn(root: Document | ShadowRoot, id: string): void {
  const named = root.getElementById(id);
  if (!named) return;
  const field = named.closest('[data-pointer]');
  const target =
    field?.querySelector<HTMLElement>('[aria-invalid="true"]:not(fieldset), input:checked') ??
    named;
  const label = field?.querySelector('label, legend') ?? named;
  label.scrollIntoView({ block: 'start', behavior: 'instant' });
  target.focus({ preventScroll: true });
}

/** Id and selection of what is focused, so that a redraw in another language can give it back. */
export function rememberFocus(root: Document | ShadowRoot): () => void {
  const active = root.activeElement;
  if (!active?.id) return () => undefined;
  const { id } = active;
  return () => root.getElementById(id)?.focus({ preventScroll: true });
}
