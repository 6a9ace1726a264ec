import type { FormSession, OperatorView } from '@guichet/engine';
import type { Pointer } from '@guichet/procedure';
import type { Hub } from '../live/hub.js';

/** What every template of a form needs. One per session and element; nothing in it changes but through the session. */
export interface Scope {
  readonly session: FormSession;
  readonly hub: Hub;
  readonly operator: OperatorView | undefined;
  /** Makes ids unique in the page. */
  readonly prefix: string;
  /** Level of a step's heading. */
  readonly level: number;
  /** Disclosures that are open, by key. */
  readonly opened: Set<string>;
  say(key: string, params?: Readonly<Record<string, unknown>>): string;
  /** Id of a part of what stands at `pointer` (or of anything named so). */
  id(pointer: Pointer, part?: string): string;
  answer(pointer: Pointer, raw: unknown): void;
  /** Opens or closes a disclosure and redraws the readers of `key`. */
  toggle(disclosure: string, key: string): void;
  /** Says it to screen readers, politely. */
  announce(text: string): void;
  /** Goes to a step, then to a field of it; without a pointer to its heading. */
  goTo(step: string, pointer?: Pointer): void;
  root(): Document | ShadowRoot;
  /** Focuses the element that has this id, once the page is drawn. */
  focusLater(id: string): void;
  /** The draft as a file, where the host can make one. */
  readonly capsule: (() => Promise<Blob>) | undefined;
}

/** Id of what stands at `pointer` within the form called `prefix`; also a valid CSS identifier. */
export function idOf(prefix: string, pointer: Pointer, part = ''): string {
  return `${prefix}${pointer.replace(/[^A-Za-z0-9_]/g, '-')}${part && `-${part}`}`;
}
