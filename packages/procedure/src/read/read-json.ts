import { exactNumber } from './exact-number.js';
import { signFault } from './sign-fault.js';

/** Where a member of an object or an element of an array starts: offset of its key (or itself) and of its value. */
export interface Spot {
  readonly file: string;
  readonly key: number;
  readonly value: number;
}

/** Where an object or array was written, and each of its members. */
export interface Origin {
  readonly file: string;
  readonly offset: number;
  readonly members: Map<string, Spot>;
}

/** A fault of the text itself. */
export interface JsonFault {
  readonly rule:
    | 'json-syntax'
    | 'json-duplicate-key'
    | 'json-forbidden-key'
    | 'json-too-deep'
    | 'json-number'
    | 'broken-sign'
    | 'hidden-sign';
  readonly severity?: 'warning';
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}

/** Nesting beyond which a file is refused: no honest procedure comes near (threats: T16). */
export const deepest = 64;

/**
 * Reads strict JSON (RFC 8259) and remembers where everything stood.
 *
 * `"//"` members are comments and are left out. A key written twice, `__proto__` and nesting beyond
 * `deepest` are faults, so are numbers and signs that are not what they seem; after a syntax fault nothing more is read. The work is linear in the text.
 */
export function readJson(
  file: string,
  text: string,
  origins: WeakMap<object, Origin>,
): { readonly value: unknown; readonly faults: readonly JsonFault[] } {
  const reader = new JsonReader(file, text, origins);
  try {
    return { value: reader.readDocument(), faults: reader.faults };
  } catch (stop) {
    if (stop instanceof Stop) return { value: undefined, faults: [...reader.faults, stop.fault] };
    throw stop;
  }
}

class Stop extends Error {
  readonly fault: JsonFault;

  constructor(fault: JsonFault) {
    super(fault.message);
    this.fault = fault;
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plainText = /[^"\\\u0000-\u001f]*/y;
const hex = /^[0-9a-fA-F]{4}$/;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const words: readonly (readonly [string, unknown])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

class JsonReader {
  readonly faults: JsonFault[] = [];
  private at = 0;
  private depth = 0;

  private readonly file: string;
  private readonly text: string;
  private readonly origins: WeakMap<object, Origin>;

  constructor(file: string, text: string, origins: WeakMap<object, Origin>) {
    this.file = file;
    this.text = text;
    this.origins = origins;
  }

  readDocument(): unknown {
    const value = this.readValue();
    this.skipSpace();
    if (this.at < this.text.length) this.stop('Something follows the end of the JSON value.');
    return value;
  }

  private readValue(): unknown {
    this.skipSpace();
    const next = this.text[this.at];
    if (next === '{') return this.nest(() => this.readObject());
    if (next === '[') return this.nest(() => this.readArray());
    if (next === '"') return this.readString();
    for (const [word, value] of words) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    return this.readNumber();
  }

  private readObject(): object {
    const made: Record<string, unknown> = {};
    const members = this.open(made);
    if (this.takes('}')) return made;
    do {
      this.skipSpace();
      const key = this.at;
      if (this.text[key] !== '"') this.stop('A key in double quotes was expected.');
      const name = this.readString();
      this.expect(':');
      this.skipSpace();
      const value = this.at;
      const read = this.readValue();
      if (name === '//') continue;
      if (!this.admits(name, key, members)) continue;
      made[name] = read;
      members.set(name, { file: this.file, key, value });
    } while (this.takes(','));
    this.expect('}');
    return made;
  }

  private admits(name: string, offset: number, members: Map<string, Spot>): boolean {
    if (name === '__proto__') {
      this.faults.push({
        rule: 'json-forbidden-key',
        offset,
        message: 'The key "__proto__" is never read: it could change how every object behaves.',
        fix: 'Choose another name.',
      });
      return false;
    }
    if (!members.has(name)) return true;
    this.faults.push({
      rule: 'json-duplicate-key',
      offset,
      message: `The key "${name}" is written twice in this object; only one of them would count.`,
      fix: 'Keep one of the two.',
    });
    return false;
  }

  private readArray(): unknown[] {
    const made: unknown[] = [];
    const members = this.open(made);
    if (this.takes(']')) return made;
    do {
      this.skipSpace();
      members.set(String(made.length), { file: this.file, key: this.at, value: this.at });
      made.push(this.readValue());
    } while (this.takes(','));
    this.expect(']');
    return made;
  }

  private open(made: object): Map<string, Spot> {
    const members = new Map<string, Spot>();
    this.origins.set(made, { file: this.file, offset: this.at, members });
    this.at++;
    return members;
  }

  private nest<T>(read: () => T): T {
    if (++this.depth > deepest) {
      throw new Stop({
        rule: 'json-too-deep',
        offset: this.at,
        message: `This file nests more than ${deepest} levels and was not read.`,
        fix: 'Split it into blocks that refer to each other.',
      });
    }
    const made = read();
    this.depth--;
    return made;
  }

  private readString(): string {
    let made = '';
    const offset = this.at++;
    for (;;) {
      plainText.lastIndex = this.at;
      const plain = plainText.exec(this.text)?.[0] ?? '';
      made += plain;
      this.at += plain.length;
      const next = this.text[this.at];
      if (next === '"') break;
      if (next !== '\\') this.stop('A text is not closed on its line by a double quote.');
      made += this.readEscape();
    }
    this.at++;
    const fault = signFault(made);
    if (fault) this.faults.push({ ...fault, offset });
    return made;
  }

  private readEscape(): string {
    const name = this.text[this.at + 1] ?? '';
    const plain = escapes[name];
    if (plain !== undefined) {
      this.at += 2;
      return plain;
    }
    const code = this.text.slice(this.at + 2, this.at + 6);
    if (name !== 'u' || !hex.test(code)) this.stop('JSON does not know this escape after "\\".');
    this.at += 6;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  private readNumber(): number {
    number.lastIndex = this.at;
    const found = number.exec(this.text)?.[0];
    if (found === undefined) this.stop('A JSON value was expected here.');
    const value = exactNumber(found);
    if (typeof value === 'object') this.faults.push(inexact(found, value.fault, this.at));
    this.at += found.length;
    return typeof value === 'object' ? 0 : value;
  }

  private skipSpace(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at++;
  }

  private takes(sign: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== sign) {
      return false;
    }
    this.at++;
    return true;
  }

  private expect(sign: string): void {
    if (this.takes(sign)) return;
    const isLeftOut = sign !== ':' && this.at < this.text.length;
    this.stop(
      isLeftOut ? `A comma is missing before this, or "${sign}".` : `"${sign}" was expected here.`,
    );
  }

  private stop(message: string): never {
    throw new Stop({
      rule: 'json-syntax',
      offset: Math.min(this.at, this.text.length),
      message: `${message} Nothing of this file could be used.`,
      fix: 'Write strict JSON: double quotes, no trailing comma, comments only as "//" members.',
    });
  }
}

const inexact = (literal: string, fault: string, offset: number): JsonFault => ({
  rule: 'json-number',
  offset,
  message: `${literal.slice(0, 40)} ${fault}, so a person would be held to another number than the one written.`,
  fix: 'Write a number of at most 15 digits, or a text.',
});
