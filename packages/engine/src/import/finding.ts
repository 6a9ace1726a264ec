import type { Pointer } from '@guichet/procedure';

/** What a table holds that was not brought in, or not whole. The words are those of `import.<code>`. */
export interface ImportFinding {
  /** Line of the file, counted from 1 as a text editor does. */
  readonly line: number;
  /** Heading of the column, as the file or the procedure writes it. */
  readonly column?: string;
  readonly code:
    | 'cell-too-long'
    | 'cell-unreadable'
    | 'column-missing'
    | 'column-twice'
    | 'column-unknown'
    | 'quotes'
    | 'row-limit'
    | 'row-width'
    | 'table-empty'
    | 'table-too-large'
    | 'table-unreadable';
  /** For the message; never what a cell holds. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Pattern of the question, or of the group. */
  readonly pointer: Pointer;
}
