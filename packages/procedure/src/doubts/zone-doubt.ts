import { parse } from 'mrz';

/**
 * Doubts a machine-readable zone whose check digits disagree. States that the library does not know are no
 * doubt: there are papers of states that are gone.
 *
 * @see ICAO Doc 9303
 * @internal
 */
export function zoneDoubt(written: string): 'check-digit' | undefined {
  try {
    const { details } = parse(written.split('\n'));
    const isWrong = details.some(({ field, valid }) => field?.endsWith('CheckDigit') && !valid);
    return isWrong ? 'check-digit' : undefined;
  } catch {
    // A zone of a shape that no paper has: its format says so already.
    return undefined;
  }
}
