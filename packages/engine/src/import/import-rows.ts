import type { FormPlan, GroupPlan, Pointer, Texts } from '@guichet/procedure';
import { parsePointer } from '@guichet/procedure';
import { EngineError } from '../errors.js';
import { formatMessage } from '../texts/format-message.js';
import { decodeTable } from './decode-table.js';
import type { ImportFinding } from './finding.js';
import { foldName } from './fold-name.js';
import { parseTable, type TableLine } from './parse-table.js';
import { readCell, type CellWords } from './read-cell.js';

/** Answers of one row, nested as in a version, without its `_row`. */
export type ImportedRow = Readonly<Record<string, unknown>>;

/** What a table gives: its rows in order, and what could not be brought in. */
export interface ImportedTable {
  readonly rows: readonly ImportedRow[];
  /** By line, then by column. */
  readonly findings: readonly ImportFinding[];
}

/** Largest file read, in megabytes. */
const largest = 5;

/** Most findings listed: who has that many opens the table first. */
const mostFindings = 200;

/**
 * Reads the rows of a group from a CSV table: text, or bytes as a spreadsheet saves them. Headings are the
 * columns that the procedure names, or the labels of their questions in any language given. A cell that
 * cannot be read is left out with a finding; all that can be read is taken. Nothing in a cell is evaluated.
 * `room` is how many rows the group still takes.
 *
 * Throws `unknown-pointer` for a group that is not there or takes no table. Pure.
 *
 * @example
 * const { rows, findings } = importRows(plan, [french, english], '/residences', bytes);
 */
export function importRows(
  plan: FormPlan,
  texts: readonly Texts[],
  group: Pointer,
  table: string | Uint8Array,
  { room }: { readonly room?: number } = {},
): ImportedTable {
  const groupPlan = Object.hasOwn(plan.groups, group) ? plan.groups[group] : undefined;
  if (!groupPlan?.import) throw new EngineError('unknown-pointer', { pointer: group });
  const reader = new TableReader(plan, texts, group, groupPlan, room ?? groupPlan.maxItems);
  reader.read(table);
  const { rows, findings } = reader;
  return { rows, findings: findings.slice(0, mostFindings) };
}

/** A column of the file that answers a question. */
interface Column {
  readonly at: number;
  readonly name: string;
  /** Pattern of the question. */
  readonly pointer: Pointer;
  readonly words: readonly CellWords[];
}

class TableReader {
  readonly rows: ImportedRow[] = [];
  readonly findings: ImportFinding[] = [];
  /** Heading, folded → pattern of the question. */
  private readonly headings = new Map<string, Pointer>();
  private readonly plan: FormPlan;
  private readonly texts: readonly Texts[];
  private readonly group: Pointer;
  private readonly columns: Readonly<Record<string, Pointer>>;
  private readonly room: number;

  constructor(
    plan: FormPlan,
    texts: readonly Texts[],
    group: Pointer,
    { import: imported }: GroupPlan,
    room: number,
  ) {
    this.plan = plan;
    this.texts = texts;
    this.group = group;
    this.room = room;
    this.columns = imported?.columns ?? {};
    for (const pointer of Object.values(this.columns)) {
      const pattern = this.patternOf(pointer);
      for (const label of this.labelsOf(pattern)) this.headings.set(foldName(label), pattern);
    }
    // What the procedure names wins over a label that another question bears too.
    for (const [name, pointer] of Object.entries(this.columns))
      this.headings.set(foldName(name), this.patternOf(pointer));
  }

  read(table: string | Uint8Array): void {
    if (table.length > largest * 1_000_000)
      return this.find(1, 'table-too-large', this.group, undefined, { limit: largest });
    const text = typeof table === 'string' ? table.replace(/^\ufeff/, '') : decodeTable(table);
    if (text === undefined || text.includes('\0'))
      return this.find(1, 'table-unreadable', this.group);
    // Empty lines are among those parsed; a table of nothing else is cut short.
    const most = 2 * this.room + 1000;
    const [head, ...lines] = parseTable(
      text,
      (heading) => this.headings.has(foldName(heading)),
      most,
    );
    if (!head || lines.length === 0) return this.find(1, 'table-empty', this.group);
    const columns = this.columnsOf(head);
    for (const line of lines) {
      if (this.rows.length >= this.room)
        return this.find(line.line, 'row-limit', this.group, undefined, { limit: this.room });
      this.readLine(line, columns, head.cells.length);
    }
  }

  private columnsOf({ line, cells }: TableLine): readonly Column[] {
    const columns: Column[] = [];
    for (const [at, cell] of cells.entries()) {
      const name = cell.trim().slice(0, 80);
      const pointer = this.headings.get(foldName(cell));
      if (pointer === undefined) {
        if (name !== '') this.find(line, 'column-unknown', this.group, name);
      } else if (columns.some((column) => column.pointer === pointer)) {
        this.find(line, 'column-twice', pointer, name);
      } else columns.push({ at, name, pointer, words: this.wordsOf(pointer) });
    }
    for (const [name, relative] of Object.entries(this.columns)) {
      const pointer = this.patternOf(relative);
      const isThere = columns.some((column) => column.pointer === pointer);
      if (!isThere) this.find(line, 'column-missing', pointer, name);
    }
    return columns;
  }

  private readLine(
    { line, cells, hasQuotes }: TableLine,
    columns: readonly Column[],
    width: number,
  ): void {
    if (hasQuotes) this.find(line, 'quotes', this.group);
    if (cells.slice(width).some((cell) => cell.trim() !== ''))
      this.find(line, 'row-width', this.group);
    const row: Record<string, unknown> = {};
    for (const { at, name, pointer, words } of columns) {
      const field = this.plan.fields[pointer];
      const read = field && readCell(field, cells[at] ?? '', words);
      if (!read) continue;
      if (read.is !== 'read')
        this.find(line, read.is, pointer, name, 'limit' in read ? { limit: read.limit } : {});
      else if (read.value !== undefined)
        place(row, pointer.slice(this.group.length + 2), read.value);
    }
    if (Object.keys(row).length > 0) this.rows.push(row);
  }

  private find(
    line: number,
    code: ImportFinding['code'],
    pointer: Pointer,
    column?: string,
    params: Readonly<Record<string, unknown>> = {},
  ): void {
    const named = column === undefined ? {} : { column };
    this.findings.push({ line, ...named, code, params: { ...named, ...params }, pointer });
  }

  private patternOf(relative: Pointer): Pointer {
    return `${this.group}/*${relative.slice(1)}`;
  }

  private wordsOf(pattern: Pointer): readonly CellWords[] {
    return this.texts.map(({ lang, fields, ui }) => {
      return { lang, ui, field: Object.hasOwn(fields, pattern) ? fields[pattern] : undefined };
    });
  }

  private labelsOf(pattern: Pointer): readonly string[] {
    return this.wordsOf(pattern).flatMap(({ lang, field }) =>
      field ? [formatMessage(field.label, {}, lang)] : [],
    );
  }
}

/** Puts a value where its question is in a row. The pointer is the procedure's own. */
function place(row: Record<string, unknown>, pointer: Pointer, value: unknown): void {
  const names = parsePointer(pointer);
  const last = names.pop() ?? '';
  let at = row;
  for (const name of names) {
    if (!Object.hasOwn(at, name)) at[name] = {};
    at = at[name] as Record<string, unknown>;
  }
  at[last] = value;
}
