import type { Pointer } from '@guichet/procedure';
import { nothing } from 'lit';
import type { Hub } from './hub.js';

/** Draws with a part that is loaded late; nothing until it is here. */
export type DrawLate<Part> = (
  scope: { readonly hub: Hub },
  reader: Pointer,
  draw: (part: Part) => unknown,
) => unknown;

/**
 * A part of the page that comes with the first place that needs it, and redraws that place then. A page
 * does without it where it cannot be had: it is for what only helps.
 */
export function late<Part>(load: () => Promise<Part>): DrawLate<Part> {
  let part: Part | undefined;
  return ({ hub }, reader, draw) => {
    if (part) return draw(part);
    load().then(
      (loaded) => {
        part = loaded;
        hub.touch([reader]);
      },
      () => undefined,
    );
    return nothing;
  };
}
