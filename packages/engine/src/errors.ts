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
