export type { ImportFinding } from './import/finding.js';
export { importRows, type ImportedRow, type ImportedTable } from './import/import-rows.js';
export type { BroughtIn } from './import/bring-in.js';
