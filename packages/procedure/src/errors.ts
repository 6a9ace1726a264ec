/** Every error this package throws. `errors.test.ts` keeps errors.md in step. */
const messages = {
  'not-a-day': (at: { text: string }) =>
    `"${at.text}" is not a calendar day: write YYYY-MM-DD, a day that exists.`,
  'not-a-duration': (at: { text: string }) =>
    `"${at.text}" is not a duration: write whole years, months, weeks or days, such as P4M or -P120D.`,
  'not-a-pointer': (at: { text: string }) =>
    `"${at.text}" is not a JSON pointer: it starts with "/", or is empty for the whole.`,
  'not-an-instant': (at: { text: string }) =>
    `"${at.text}" is not an instant: give a Date or an ISO 8601 text with its offset.`,
  'not-json': (at: { type: string }) =>
    `A value of type ${at.type} holds something JSON cannot: only finite numbers, texts, booleans, null, arrays and objects.`,
  'unknown-zone': (at: { zone: string }) =>
    `"${at.zone}" is not a time zone this machine knows: write an IANA name such as Europe/Paris.`,
};

type Messages = typeof messages;

/** Codes of the errors that this package throws. */
export type ProcedureErrorCode = keyof Messages;

/** Thrown for misuse by code only: problems in a folder are returned. */
export class ProcedureError<C extends ProcedureErrorCode = ProcedureErrorCode> extends Error {
  override readonly name = 'ProcedureError';
  readonly code: C;

  constructor(code: C, at: Parameters<Messages[C]>[0]) {
    super((messages[code] as (at: Parameters<Messages[C]>[0]) => string)(at));
    this.code = code;
  }
}

/** All codes, for the test that compares them with errors.md. @internal */
export const procedureErrorCodes = /* @__PURE__ */ Object.keys(messages) as readonly ProcedureErrorCode[];
