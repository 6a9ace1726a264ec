import { longestPattern } from '../../compile/schema/longest-pattern.js';

/** Steps that matching may take, by the bound computed below: under 5 ms. */
const mostSteps = 500_000;

/**
 * What makes a pattern unsafe, in a sentence; `undefined` when it is in the linear-safe subset: literals,
 * classes, anchors, groups and bounded work. The subset has no backreference, no lookaround, and no group
 * that is repeated while it holds a repetition or a choice (threats: T15); what is left takes at most
 * the product of its repetitions in steps, which must stay small for the longest text admitted.
 */
export function patternFault(pattern: string, maxLength: number): string | undefined {
  if (pattern.length > longestPattern) {
    return `This pattern has more than ${longestPattern} signs, which nobody can check by reading.`;
  }
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'This pattern is not a regular expression that the "u" flag admits.';
  }
  const parser = new PatternParser(pattern, maxLength);
  return parser.fault();
}

class Unsafe extends Error {}

interface Part {
  /** Ways to match, at most. */
  readonly ways: number;
  readonly repeats: boolean;
  readonly chooses: boolean;
}

const atom: Part = { ways: 1, repeats: false, chooses: false };

class PatternParser {
  private at = 0;

  private readonly text: string;
  private readonly maxLength: number;

  constructor(text: string, maxLength: number) {
    this.text = text;
    this.maxLength = maxLength;
  }

  fault(): string | undefined {
    try {
      const part = this.readChoice();
      const starts = this.text.startsWith('^') && !part.chooses ? 1 : this.maxLength + 1;
      if (part.ways * starts <= mostSteps) return undefined;
      return `This pattern may take ${part.ways * starts} steps on ${this.maxLength} characters.`;
    } catch (unsafe) {
      if (unsafe instanceof Unsafe) return unsafe.message;
      throw unsafe;
    }
  }

  private readChoice(): Part {
    let part = this.readSequence();
    while (this.text[this.at] === '|') {
      this.at++;
      const other = this.readSequence();
      const repeats = part.repeats || other.repeats;
      part = { ways: part.ways + other.ways, repeats, chooses: true };
    }
    return part;
  }

  private readSequence(): Part {
    let made = atom;
    while (this.at < this.text.length && !'|)'.includes(this.text[this.at] ?? '')) {
      const part = this.readRepeated();
      made = {
        ways: made.ways * part.ways,
        repeats: made.repeats || part.repeats,
        chooses: made.chooses || part.chooses,
      };
    }
    return made;
  }

  private readRepeated(): Part {
    const part = this.readAtom();
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.text.slice(this.at))?.[0];
    if (quantifier === undefined) return part;
    this.at += quantifier.length;
    const [least, most] = this.boundsOf(quantifier);
    if (most > 1 && part.repeats)
      throw new Unsafe('This pattern repeats a group that holds a repetition.');
    if (most > 1 && part.chooses)
      throw new Unsafe('This pattern repeats a group that holds a choice.');
    return {
      ways: part.ways * (Math.min(most, this.maxLength) - Math.min(least, this.maxLength) + 1),
      repeats: part.repeats || least !== most || most > 1,
      chooses: part.chooses,
    };
  }

  private boundsOf(quantifier: string): [number, number] {
    if (quantifier.startsWith('*')) return [0, Infinity];
    if (quantifier.startsWith('+')) return [1, Infinity];
    if (quantifier.startsWith('?')) return [0, 1];
    const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(quantifier) ?? [];
    const from = Number(least);
    if (comma === '') return [from, from];
    return [from, most === '' || most === undefined ? Infinity : Number(most)];
  }

  private readAtom(): Part {
    const sign = this.text[this.at];
    if (sign === '(') return this.readGroup();
    if (sign === '[') this.at = this.endOfClass();
    else if (sign === '\\') this.readEscape();
    else this.at++;
    return atom;
  }

  private readGroup(): Part {
    const opening = /^\((?:\?(?:<?[=!]|:|<[^>]*>))?/.exec(this.text.slice(this.at))?.[0] ?? '(';
    if (/[=!]$/.test(opening)) throw new Unsafe('This pattern looks ahead or behind.');
    this.at += opening.length;
    const part = this.readChoice();
    this.at++;
    return part;
  }

  private endOfClass(): number {
    let at = this.at + 1;
    while (this.text[at] !== ']') at += this.text[at] === '\\' ? 2 : 1;
    return at + 1;
  }

  private readEscape(): void {
    const next = this.text[this.at + 1] ?? '';
    if (/[1-9k]/.test(next)) throw new Unsafe('This pattern refers back to what it matched.');
    const long = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z])/;
    this.at += long.exec(this.text.slice(this.at))?.[0].length ?? 2;
  }
}
