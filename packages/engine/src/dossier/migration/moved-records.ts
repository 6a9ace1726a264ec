import { movedPiece } from '../../moving/move-content.js';
import type { DossierState } from '../state.js';

/** New names that a migration gives to what is recorded under an older one. */
export interface RenamedRecords {
  readonly clocks?: Readonly<Record<string, string>>;
  readonly pieces?: Readonly<Record<string, string | null>>;
}

/** Clocks and requests under their names of now; nothing else of them changes, `due` least of all. */
export function movedRecords(
  { clocks, requests }: DossierState,
  renamed: RenamedRecords,
): Pick<DossierState, 'clocks' | 'requests'> {
  const { clocks: clockNames = {}, pieces = {} } = renamed;
  const nameNow = (names: readonly string[]): readonly string[] =>
    names.map((name) => movedPiece(pieces, name));
  return {
    clocks: clocks.map((clock) => ({ ...clock, name: movedName(clockNames, clock.name) })),
    requests: requests.map((request) => ({
      ...request,
      pieces: nameNow(request.pieces),
      open: nameNow(request.open),
    })),
  };
}

/** The name of now. */
export function movedName(names: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name;
}
