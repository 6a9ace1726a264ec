import type { Pointer } from '@guichet/procedure';

/** Events of the elements: they say that something happened, never what was answered. */
export interface GuichetEvents {
  'guichet-answer': { readonly pointer: Pointer };
  'guichet-step': { readonly step: string };
  'guichet-language': { readonly lang: string; readonly dir: string };
  /** Cancelable: the host opens the other procedure itself. */
  'guichet-exit': { readonly procedure: string; readonly pointers: readonly Pointer[] };
  'guichet-filed': { readonly dossier: string; readonly reference: string };
}

/** Dispatches an event that crosses shadow roots and reaches the host page. */
export function tell<Name extends keyof GuichetEvents>(
  from: EventTarget,
  name: Name,
  detail: GuichetEvents[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** The same, of something that the host may do itself: false when it prevented the default. */
export function ask<Name extends keyof GuichetEvents>(
  from: EventTarget,
  name: Name,
  detail: GuichetEvents[Name],
): boolean {
  const init = { detail, bubbles: true, composed: true, cancelable: true };
  return from.dispatchEvent(new CustomEvent(name, init));
}
