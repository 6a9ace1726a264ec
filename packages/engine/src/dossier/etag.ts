import type { DossierState } from './state.js';

/** What amending does now: closed by an express decision only, a proposal once an officer has taken the file. */
export function amendingOf(state: DossierState): 'applies' | 'proposes' | 'closed' {
  if (state.decision) return 'closed';
  return state.taken ? 'proposes' : 'applies';
}

/** `"v<version>.<applies|proposes|closed>"`, quotes included: what a writer must have seen (design.md §7). */
export function etagOf(state: DossierState): string {
  return `"v${state.version}.${amendingOf(state)}"`;
}
