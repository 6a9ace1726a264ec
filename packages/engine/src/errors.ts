/** Every error that the engine throws. `errors.test.ts` keeps errors.md in step. */
const messages = {
  'plan-format-unknown': (at: { found: string }) =>
    `This plan has format ${at.found}; this engine runs format 1: load a newer engine.`,
  'unknown-target': (at: { step: string; target: string }) =>
    `Step "${at.step}" leads to "${at.target}", which flow.json does not define.`,
  'unknown-pointer': (at: { pointer: string }) =>
    `"${at.pointer}" names no field or group of this procedure: use the pointers of data.schema.json, rows by id.`,
  'unknown-piece': (at: { piece: string }) =>
    `"${at.piece}" names no piece of this procedure: use the names of procedure.json.`,
  'row-not-found': (at: { pointer: string }) =>
    `No row answers to "${at.pointer}": the change set was made for another version.`,
  'row-exists': (at: { pointer: string }) =>
    `A row already answers to "${at.pointer}": row ids are never used twice, and a change set is applied once.`,
  'change-malformed': (at: { op: string; pointer: string }) =>
    `"${at.op}" cannot be done at "${at.pointer}": make change sets with differenceOf.`,
  'change-not-invertible': (at: { pointer: string }) =>
    `The change that removed "${at.pointer}" does not say what was in it: make the difference again with differenceOf.`,
  'drafts-not-comparable': (at: { base: string; other: string }) =>
    `A draft of ${at.other} cannot be merged with one of ${at.base}: move both to one version first.`,
  'pointer-forbidden': (at: { pointer: string }) =>
    `"${at.pointer}" would change a prototype: change sets name answers only.`,
};

/** Code of an error; stable, documented in errors.md. */
export type EngineErrorCode = keyof typeof messages;

/** A developer's or operator's error, thrown in English; an applicant's fault is an issue and never thrown. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, at: Readonly<Record<string, string>>) {
    super(messages[code](at as never));
    this.name = 'EngineError';
    this.code = code;
  }
}
