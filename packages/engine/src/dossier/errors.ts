/** Every error the dossier part throws, for developers and operators. `errors.test.ts` keeps errors.md in step. */
const messages = {
  'event-not-accepted': (at: {
    readonly type: string;
    readonly journey: string;
    readonly seq: number;
  }) =>
    `Event ${at.seq} (${at.type}) is not accepted in the state "${at.journey}" of lifecycle.json: the log and the published lifecycle disagree.`,
  'event-out-of-order': (at: { readonly seq: number; readonly expected: number }) =>
    `Event ${at.seq} was given where event ${at.expected} was expected: fold a dossier's events in order, each once.`,
  'unknown-action': (at: { readonly state: string; readonly action: string }) =>
    `State "${at.state}" of lifecycle.json asks for the action "${at.action}", which the registry does not hold.`,
  'unknown-guard': (at: { readonly state: string; readonly guard: string }) =>
    `State "${at.state}" of lifecycle.json asks for the guard "${at.guard}", which the registry does not hold.`,
  'unknown-event': (at: { readonly state: string; readonly event: string }) =>
    `State "${at.state}" of lifecycle.json waits for "${at.event}", which no log holds: nothing would ever happen by it.`,
  'unreachable-line': (at: { readonly state: string; readonly event: string }) =>
    `State "${at.state}" of lifecycle.json has lines on ${at.event} after one without a guard: they are never reached.`,
  'bad-params': (at: { readonly state: string; readonly name: string }) =>
    `State "${at.state}" of lifecycle.json gives "${at.name}" params that it cannot read.`,
  'refused-construct': (at: { readonly state: string; readonly construct: string }) =>
    `State "${at.state}" of lifecycle.json uses "${at.construct}", which a dossier's journey may not: delays are clocks, several things at once are records.`,
  'unknown-target': (at: { readonly state: string; readonly target: string }) =>
    `State "${at.state}" of lifecycle.json leads to "${at.target}", which it does not define.`,
  'state-without-meta': (at: { readonly state: string }) =>
    `State "${at.state}" of lifecycle.json has no meta, nor has a state around it: a person would not be told what it means.`,
  'plan-missing': (at: { readonly version: string; readonly procedure: string }) =>
    `Version ${at.version} of ${at.procedure} is not here, and events of this dossier were written under it: keep every published file.`,
  'migration-undeclared': (at: { readonly from: string; readonly to: string }) =>
    `Version ${at.to} declares no migration from ${at.from}: add it to "migrations" of procedure.json and publish.`,
  'migration-elsewhere': (at: {
    readonly seq: number;
    readonly from: string;
    readonly at: string;
  }) => `Event ${at.seq} migrates from version "${at.from}", and the dossier is under ${at.at}.`,
  'migration-state': (at: {
    readonly seq: number;
    readonly journey: string;
    readonly to: string;
  }) =>
    `Event ${at.seq} migrates to the state "${at.journey}", which is no whole state of version ${at.to}.`,
  'migration-clock': (at: { readonly seq: number; readonly clock: string; readonly to: string }) =>
    `Event ${at.seq} keeps the clock "${at.clock}" running, and version ${at.to} has none of that name.`,
  'migration-narrows': (at: {
    readonly seq: number;
    readonly journey: string;
    readonly lost: string;
  }) =>
    `Event ${at.seq} migrates to "${at.journey}", where the holder could no longer: ${at.lost}. A migration may only widen.`,
  'texts-missing': (at: { readonly procedure: string }) =>
    `No texts are published for ${at.procedure}: publish it with at least one language.`,
} as const;

type Messages = typeof messages;

/** Codes of {@link DossierError}; each has a heading in errors.md. */
export type DossierErrorCode = keyof Messages;

/** Thrown for a broken log, lifecycle or call: never for what a person did, which is refused with a code. */
export class DossierError extends Error {
  readonly code: DossierErrorCode;

  constructor(code: DossierErrorCode, message: string) {
    super(message);
    this.name = 'DossierError';
    this.code = code;
  }
}

/** Makes the error of `code`, its message filled in with `at`. */
export function dossierError<Code extends DossierErrorCode>(
  code: Code,
  at: Parameters<Messages[Code]>[0],
): DossierError {
  const write = messages[code] as (at: Parameters<Messages[Code]>[0]) => string;
  return new DossierError(code, write(at));
}

/** The closed list of codes, for the test that compares it with errors.md. */
export const dossierErrorCodes = Object.keys(messages) as readonly DossierErrorCode[];
