import { type AdmittedKeyword, admittedKeywords } from './admitted-keywords.js';
import { type RefusedKeyword, refusedKeywords } from './refused-keywords.js';

/** What a data schema may do with one keyword. */
export type KeywordEntry = AdmittedKeyword | ({ readonly is: 'refused' } & RefusedKeyword);

/** Every keyword that Guichet knows: admitted, ours, annotation, or refused with the reason and the fix. */
export const keywordTable: ReadonlyMap<string, KeywordEntry> = new Map<string, KeywordEntry>([
  ...admittedKeywords,
  ...[...refusedKeywords].map(([name, why]) => [name, { is: 'refused', ...why }] as const),
]);
