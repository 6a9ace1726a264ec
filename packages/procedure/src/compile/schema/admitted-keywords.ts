/** A keyword that a data schema may use. */
export interface AdmittedKeyword {
  /** `admitted`: JSON Schema 2020-12; `ours`: an assertion of the dialect; `annotation`: asserts nothing. */
  readonly is: 'admitted' | 'ours' | 'annotation';
  /** What it does for a person who answers, in a sentence. */
  readonly does: string;
}

const admitted = (does: string): AdmittedKeyword => ({ is: 'admitted', does });
const ours = (does: string): AdmittedKeyword => ({ is: 'ours', does });
const annotation = (does: string): AdmittedKeyword => ({ is: 'annotation', does });

/** Every keyword that a data schema may use, in the order of the documentation. */
export const admittedKeywords: ReadonlyMap<string, AdmittedKeyword> = new Map([
  [
    'properties',
    admitted('Names the questions of an object; `false` in a branch: not asked there.'),
  ],
  ['required', admitted('The question is asked; a missing answer is filed as to be completed.')],
  ['dependentRequired', admitted('Once the first question is answered, the others are required.')],
  ['if', admitted('Reads answers, each of them named in `required` (rule A5).')],
  ['then', admitted('Holds while the `if` is true.')],
  ['else', admitted('Holds while the `if` is false; never while it is unknown.')],
  [
    'oneOf',
    admitted('Branches told apart by a question that each requires with a `const` of its own.'),
  ],
  ['allOf', admitted('All of these hold.')],
  ['anyOf', admitted('On one answer, or inside an `if`: at least one of these holds.')],
  ['not', admitted('On one answer, or inside an `if`: this does not hold.')],
  [
    'additionalProperties',
    admitted('`false`: no other name than those of the `properties` beside it.'),
  ],
  [
    'unevaluatedProperties',
    admitted('`false`: no other name than those that the object and its branches give.'),
  ],
  [
    'items',
    admitted(
      'What each row, or each value of a list, is. With `properties` inside: a repeating group.',
    ),
  ],
  ['minItems', admitted('At least so many rows or values; it is said, and stops nothing.')],
  ['maxItems', admitted('At most so many rows or values. Every repeating group has one.')],
  ['uniqueItems', admitted('No value of a list is chosen twice.')],
  ['contains', admitted('At least one value of a list satisfies this.')],
  ['type', admitted('The JSON type of an answer.')],
  ['enum', admitted('One of these: a choice, in this order.')],
  ['const', admitted('This and nothing else; `true` is a declaration to tick.')],
  ['minimum', admitted('At least this number.')],
  ['maximum', admitted('At most this number.')],
  ['exclusiveMinimum', admitted('More than this number.')],
  ['exclusiveMaximum', admitted('Less than this number.')],
  ['multipleOf', admitted('A whole multiple of this number, to nine decimals.')],
  ['minLength', admitted('At least so many characters.')],
  [
    'maxLength',
    admitted('At most so many characters. Every text has one, or a `format`, `enum` or `const`.'),
  ],
  ['pattern', admitted('A regular expression of the linear-safe subset.')],
  ['format', admitted('One of the formats of Guichet; it is checked, not merely noted.')],
  [
    '$ref',
    admitted(
      'A block: another file of the folder, or a part of `$defs`. What stands beside it holds too.',
    ),
  ],
  ['$defs', admitted('Parts for `$ref`.')],
  ['notBefore', ours('This day, or the day of this moment, or later.')],
  ['notAfter', ours('This day, or the day of this moment, or earlier.')],
  ['youngerThan', ours('An age not reached on the day of filing.')],
  ['olderThan', ours('An age passed on the day of filing.')],
  ['guichet', annotation('How the question is asked: see the annotations.')],
  ['$schema', annotation('Which JSON Schema: 2020-12, or the dialect of Guichet.')],
  ['$id', annotation('A URN, at the top of a file only.')],
  ['$comment', annotation('For authors.')],
  ['title', annotation('For authors; people read `texts/`.')],
  ['description', annotation('For authors; people read `texts/`.')],
  ['examples', annotation('For authors; nothing is filled in from them.')],
]);
