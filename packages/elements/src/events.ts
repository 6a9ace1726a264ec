import type { Pointer } from '@guichet/procedure';

/** Events of the elements: they say that something happened, never what was answered. */
export interface GuichetEvents {
  'guichet-answer': { readonly pointer: Pointer };
  'guichet-step': { readonly step: string };
  'guichet-language': { readonly lang: string; readonly dir: string };
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
