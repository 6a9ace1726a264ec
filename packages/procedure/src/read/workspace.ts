import type { Problem, ProcedureFiles } from '../types/problem.js';
import { lineStartsOf, placeAmong } from './line-and-column.js';
import { type Origin, readJson, type Spot } from './read-json.js';

/** A place in a file, as an offset in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly offset: number;
}

/** What a finding says; `fix` is an order. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
  readonly severity?: 'error' | 'warning';
}

/** Largest file read, in UTF-16 units (threats: T16). */
export const largestFile = 1_000_000;

/** Problems after which no more are collected: nobody mends a thousand at once. */
export const mostProblems = 1_000;

/** A procedure's files being read: values with the places they were written at, and the problems found so far. */
export class Workspace {
  readonly id: string;
  readonly problems: Problem[] = [];
  private readonly files: Readonly<Record<string, string>>;
  private readonly documents = new Map<string, unknown>();
  private readonly origins = new WeakMap<object, Origin>();
  private readonly said = new Set<string>();
  private readonly lines = new Map<string, readonly number[]>();

  constructor(files: ProcedureFiles) {
    this.id = files.id;
    this.files = files.files;
  }

  has(file: string): boolean {
    return Object.hasOwn(this.files, file);
  }

  paths(): readonly string[] {
    return Object.keys(this.files).sort();
  }

  /** The text of a file, without byte order mark. */
  text(file: string): string {
    const text = this.has(file) ? (this.files[file] ?? '') : '';
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  }

  /** The JSON value of a file, read once; `undefined` when it is missing or broken (reported by the first reader). */
  read(file: string): unknown {
    if (this.documents.has(file)) return this.documents.get(file);
    this.documents.set(file, undefined);
    const value = this.has(file) ? this.readText(file) : undefined;
    this.documents.set(file, value);
    return value;
  }

  /** Whether no more problems are collected. */
  get isFull(): boolean {
    return this.problems.length >= mostProblems;
  }

  report(at: Place, finding: Finding): void {
    if (this.isFull) return;
    const { line, column } = placeAmong(this.lineStarts(at.file), at.offset);
    const key = [finding.rule, at.file, line, column, finding.message].join('\u0000');
    if (this.said.has(key)) return;
    this.said.add(key);
    const isLast = this.problems.length === mostProblems - 1;
    const { rule, message, fix, severity = 'error' } = isLast ? tooMany : finding;
    const place = { file: at.file, line, column };
    this.problems.push({
      rule,
      severity,
      ...place,
      message: shortened(message),
      fix: shortened(fix),
    });
  }

  /** Where an object or array was written, or one of its members' values. */
  placeOf(holder: unknown, key?: string): Place {
    return this.find(holder, key, 'value');
  }

  /** Where the key of a member was written. */
  placeOfKey(holder: unknown, key: string): Place {
    return this.find(holder, key, 'key');
  }

  originOf(holder: object): Origin | undefined {
    return this.origins.get(holder);
  }

  /** Remembers where the parts of a made object come from. */
  setOrigin(made: object, file: string, offset: number, members: Map<string, Spot>): void {
    this.origins.set(made, { file, offset, members });
  }

  private lineStarts(file: string): readonly number[] {
    const known = this.lines.get(file);
    if (known) return known;
    const found = lineStartsOf(this.text(file));
    this.lines.set(file, found);
    return found;
  }

  private find(holder: unknown, key: string | undefined, of: 'key' | 'value'): Place {
    const origin = typeof holder === 'object' && holder !== null ? this.origins.get(holder) : null;
    if (!origin) return { file: `${this.id}/procedure.json`, offset: 0 };
    const spot = key === undefined ? undefined : origin.members.get(key);
    if (!spot) return { file: origin.file, offset: origin.offset };
    return { file: spot.file, offset: spot[of] };
  }

  private readText(file: string): unknown {
    const text = this.text(file);
    if (text.length > largestFile) {
      this.report({ file, offset: 0 }, tooLarge);
      return undefined;
    }
    this.reportEncoding(file, text);
    const { value, faults } = readJson(file, text, this.origins);
    for (const fault of faults) this.report({ file, offset: fault.offset }, fault);
    return value;
  }

  private reportEncoding(file: string, text: string): void {
    if (this.files[file] !== text) this.report({ file, offset: 0 }, byteOrderMark);
    const broken = text.indexOf('\ufffd');
    if (broken >= 0) this.report({ file, offset: broken }, notUtf8);
  }
}

/** A name in a message may be as long as a file; who reads it has seen enough by then. */
function shortened(text: string): string {
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}

const tooMany: Finding = {
  rule: 'too-many-problems',
  message: `There are more than ${mostProblems} problems; the rest is not listed.`,
  fix: 'Mend these first, and check again.',
};
const tooLarge: Finding = {
  rule: 'file-too-large',
  message: 'This file is larger than 1 MB and was not read.',
  fix: 'Split it into blocks that refer to each other.',
};
const byteOrderMark: Finding = {
  rule: 'file-encoding',
  severity: 'warning',
  message: 'This file starts with a byte order mark, which other JSON tools refuse.',
  fix: 'Save it as UTF-8 without byte order mark.',
};
const notUtf8: Finding = {
  rule: 'file-encoding',
  message: 'This file is not UTF-8: a person would read broken letters.',
  fix: 'Save it as UTF-8.',
};
