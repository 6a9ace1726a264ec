import type { Message, MessagePart } from '../../types/texts.js';

/** A message that could not be parsed: what is wrong, and where in the text. */
export interface MessageFault {
  readonly fault: string;
  readonly offset: number;
}

/** Nesting of plurals and selects beyond which nobody could translate a sentence. */
const deepest = 4;

/**
 * Parses the part of ICU MessageFormat that Guichet speaks: `{name}`, `{n, number}`, `{day, date}`,
 * `{cents, money}`, `{n, plural, =0 {…} one {…} other {# …}}`, `{x, select, a {…} other {…}}`.
 * Apostrophes are plain; `#` becomes its number. Anything else is a fault.
 *
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export function parseMessage(text: string): { message: Message } | MessageFault {
  if (!/[{}]/.test(text)) return { message: text };
  const parser = new MessageParser(text);
  try {
    return { message: parser.parse() };
  } catch (stop) {
    if (stop instanceof Stop) return { fault: stop.message, offset: stop.offset };
    throw stop;
  }
}

/** Names of the arguments that a message uses. */
export function argumentsOf(message: Message): Set<string> {
  const names = new Set<string>();
  if (typeof message === 'string') return names;
  for (const part of message) {
    if (typeof part === 'string') continue;
    if ('arg' in part) names.add(part.arg);
    if ('plural' in part) names.add(part.plural);
    if ('select' in part) names.add(part.select);
    if (!('cases' in part)) continue;
    for (const inner of Object.values(part.cases)) {
      for (const name of argumentsOf(inner)) names.add(name);
    }
  }
  return names;
}

class Stop extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const categories = /^(?:=\d{1,9}|zero|one|two|few|many|other)$/;
const name = /[A-Za-z][A-Za-z0-9_-]*/y;
const selector = /=?[A-Za-z0-9][A-Za-z0-9_-]*/y;

class MessageParser {
  private at = 0;

  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  parse(): Message {
    const message = this.readMessage(undefined, 0);
    if (this.at < this.text.length) this.stop('A "}" closes nothing.');
    return message;
  }

  /** @param counted the plural's argument, which `#` stands for */
  private readMessage(counted: string | undefined, depth: number): Message {
    if (depth > deepest) this.stop('Too many choices inside each other.');
    const parts: MessagePart[] = [];
    let plain = '';
    const flush = () => {
      if (plain !== '') parts.push(plain);
      plain = '';
    };
    for (;;) {
      const sign = this.text[this.at];
      if (sign === undefined || sign === '}') break;
      if (sign === '{') {
        flush();
        parts.push(this.readArgument(depth));
      } else if (sign === '#' && counted !== undefined) {
        flush();
        parts.push({ arg: counted, as: 'number' });
        this.at++;
      } else {
        plain += sign;
        this.at++;
      }
    }
    flush();
    const [first] = parts;
    if (parts.length === 0) return '';
    return parts.length === 1 && typeof first === 'string' ? first : parts;
  }

  private readArgument(depth: number): MessagePart {
    this.at++;
    const arg = this.read(name, 'The name of a value is expected after "{".');
    if (this.takes('}')) return { arg };
    this.expect(',');
    const as = this.read(name, 'A kind is expected: number, date, money, plural or select.');
    if (as === 'number' || as === 'date' || as === 'money') {
      this.expect('}');
      return { arg, as };
    }
    if (as !== 'plural' && as !== 'select') this.stop(`"${as}" is no kind of value.`);
    this.expect(',');
    const cases = this.readCases(as === 'plural' ? arg : undefined, depth);
    return as === 'plural' ? { plural: arg, cases } : { select: arg, cases };
  }

  private readCases(counted: string | undefined, depth: number): Record<string, Message> {
    const cases = new Map<string, Message>();
    while (!this.takes('}')) {
      const key = this.read(selector, 'A case is expected, such as one or other.');
      if (counted !== undefined && !categories.test(key)) {
        this.stop(`"${key}" is no case of a plural: zero, one, two, few, many, other, or =1.`);
      }
      if (cases.has(key)) this.stop(`The case "${key}" is written twice.`);
      this.expect('{');
      cases.set(key, this.readMessage(counted, depth + 1));
      this.expect('}');
    }
    if (!cases.has('other')) this.stop('The case "other" is missing.');
    return Object.fromEntries(cases);
  }

  private read(shape: RegExp, otherwise: string): string {
    this.skipSpace();
    shape.lastIndex = this.at;
    const found = shape.exec(this.text)?.[0];
    if (found === undefined) this.stop(otherwise);
    this.at += found.length;
    return found;
  }

  private takes(sign: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) this.stop(`"${sign}" is expected.`);
  }

  private skipSpace(): void {
    while (/\s/.test(this.text[this.at] ?? 'x')) this.at++;
  }

  private stop(message: string): never {
    throw new Stop(message, this.at);
  }
}
