/** A keyword of JSON Schema that a data schema may not use. */
export interface RefusedKeyword {
  /** What would happen to a person; it follows `"keyword" is refused: `. */
  readonly because: string;
  /** What to write instead, as an order. */
  readonly fix: string;
}

const because = (reason: string, fix: string): RefusedKeyword => ({ because: reason, fix });

const moving = because(
  'what it points to changes with the reader, so page and service could hold a person to two things.',
  'Write { "$ref": "…" } with the path of a file, or "#/$defs/name".',
);
const byPlace = because(
  'a person would be held to the place of a value in a list, which no page can show.',
  'Make a question of each value, or a repeating group of "properties".',
);
const byName = because(
  'it speaks of names that nobody has written, and only a question that is written can be asked.',
  'Name each question under "properties".',
);
const counted = because(
  'it counts names or values, and a person would not be told which answer to give or mend.',
  'Say "required", or bound the rows with "minItems" and "maxItems".',
);
const coded = because(
  'nothing reads what is inside such a text, so a person could file what nobody can open.',
  'Ask for a piece in procedure.json: files have their own checks.',
);
const unseen = because(
  'nothing would come of it: a page asks what the branches make active, and never shows an answer as fixed.',
  'Remove it; to hide a question, forbid it with false in a branch.',
);

/** Every keyword of JSON Schema 2020-12 (and of the drafts before) that is refused, with the reason and the fix. */
export const refusedKeywords: ReadonlyMap<string, RefusedKeyword> = new Map([
  ['$dynamicRef', moving],
  ['$dynamicAnchor', moving],
  ['$recursiveRef', moving],
  ['$recursiveAnchor', moving],
  [
    '$anchor',
    because(
      'a second name for one place makes a block hard to find on a bad day.',
      'Put the part under "$defs" and refer to it by "#/$defs/name".',
    ),
  ],
  [
    '$vocabulary',
    because(
      'a procedure does not choose its own vocabulary: a service would read it otherwise.',
      'Remove it.',
    ),
  ],
  [
    'id',
    because(
      'it is no keyword of 2020-12, so nothing would come of it.',
      'Write "$id", at the top of the file.',
    ),
  ],
  ['definitions', because('it is the name of an older draft.', 'Write "$defs".')],
  [
    'dependencies',
    because('it is the name of an older draft.', 'Write "dependentRequired", or "if" and "then".'),
  ],
  [
    'dependentSchemas',
    because(
      'it decides on mere presence, and an answer marked unknown is not given: a person could be asked for what does not concern them.',
      'Write { "if": { "required": ["name"] }, "then": … }.',
    ),
  ],
  ['patternProperties', byName],
  ['propertyNames', byName],
  ['minProperties', counted],
  ['maxProperties', counted],
  ['minContains', counted],
  ['maxContains', counted],
  ['prefixItems', byPlace],
  ['additionalItems', byPlace],
  ['unevaluatedItems', byPlace],
  ['contentEncoding', coded],
  ['contentMediaType', coded],
  ['contentSchema', coded],
  [
    'default',
    because(
      'a form never answers in place of a person.',
      'Remove it; say what is usual in the hint.',
    ),
  ],
  ['deprecated', unseen],
  ['readOnly', unseen],
  ['writeOnly', unseen],
]);
