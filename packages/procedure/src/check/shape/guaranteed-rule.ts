/** A rule that the language guarantees by not having a word for the contrary. */
export interface Guaranteed {
  readonly rule: 'R7' | 'R9';
  readonly message: string;
}

const pieceWords = /must|mandator|required|compulsory|block|refus|optional|missing|await/i;
const severalWords =
  /once|only|single|one|unique|several|another|exclusiv|forbid|conflict|limit|max/i;

/**
 * The rights rule that a key unknown to the language would break: a piece that must be given (R7), a
 * procedure that forbids another dossier (R9). `undefined` when the key is a mistake of another kind.
 */
export function guaranteedRule(file: string, pointer: string, key: string): Guaranteed | undefined {
  if (!file.endsWith('/procedure.json') && !file.endsWith('/pieces.json')) return undefined;
  if (/^\/pieces\/[^/]+$/.test(pointer) && pieceWords.test(key)) {
    return {
      rule: 'R7',
      message: `"${key}" would stop a person who does not have this piece; every piece can be declared missing or awaited.`,
    };
  }
  if (pointer === '' && severalWords.test(key)) {
    return {
      rule: 'R9',
      message: `"${key}" would forbid a person another dossier, which no procedure may do.`,
    };
  }
  return undefined;
}
