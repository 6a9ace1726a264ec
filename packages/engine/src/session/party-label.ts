import type { Core } from './core.js';
import { own, say, word } from './words.js';

/** How a party is called; its name when nobody wrote it. */
export function partyLabel(core: Core, name: string): string {
  return word(core, own(core.texts.parties ?? {}, name)?.label) || name;
}

/** Who is asked in the holder's place, in a sentence; empty when nobody is. */
export function askedOf(core: Core, party: string | undefined): string {
  if (party === undefined) return '';
  // What a party may see was given by the holder: to them it is only shown.
  if (!Object.hasOwn(core.texts.parties ?? {}, party)) return say(core, 'party.seen');
  return say(core, 'party.askedOf', { party: partyLabel(core, party) });
}
