/** What `startService` throws: the operator's errors, in English. `errors.test.ts` keeps errors.md in step. */
const messages = {
  'data-folder-locked': (at: { folder: string; pid: number }) =>
    `The data folder ${at.folder} is already used by process ${at.pid}: stop that process, or set GUICHET_DATA to another folder.`,
  'data-folder-unwritable': (at: { folder: string; reason: string }) =>
    `The data folder ${at.folder} cannot be written (${at.reason}): give this user the right to write there, or set GUICHET_DATA to another folder.`,
  'keys-folder-unwritable': (at: { folder: string; reason: string }) =>
    `The keys folder ${at.folder} cannot be used (${at.reason}): give this user the right to read and write there, or set GUICHET_KEYS to another folder.`,
  'key-unreadable': (at: { file: string }) =>
    `The key file ${at.file} does not hold what Guichet wrote there: put back its last copy. Without it what is stored stays unreadable.`,
  'keys-do-not-fit': (at: { folder: string }) =>
    `The data folder was sealed with other keys than those of ${at.folder}: start with the keys folder it was made with.`,
  'port-taken': (at: { port: number }) =>
    `Port ${at.port} is used by another program: stop it, or set PORT to another number.`,
  'address-unusable': (at: { host: string; port: number; reason: string }) =>
    `The service cannot listen on ${at.host}:${at.port} (${at.reason}).`,
  'operator-unreadable': (at: { file: string; reason: string }) =>
    `The operator file ${at.file} cannot be read (${at.reason}).`,
  'operator-incomplete': (at: { file: string; line: number; message: string; fix: string }) =>
    `${at.file}:${at.line}: ${at.message} ${at.fix}`,
  'procedure-unreadable': (at: { file: string }) =>
    `The published procedure ${at.file} is not what \`guichet publish\` writes: publish it again.`,
  'no-procedure': (at: { folder: string }) =>
    `No published procedure was found below ${at.folder}: run \`guichet publish\` for at least one.`,
  'pages-missing': (at: { prefix: string; folder: string }) =>
    `The folder ${at.folder}, to be served at ${at.prefix}, does not exist: build the pages first.`,
  'store-too-new': (at: { found: number; known: number }) =>
    `The store holds migration ${at.found} and this service knows ${at.known}: start the newer version of Guichet that wrote it.`,
  'database-unreachable': (at: { reason: string }) =>
    `The database of DATABASE_URL cannot be reached (${at.reason}).`,
};

/**
 * What the wire answers as `application/problem+json`: code and title. Titles never hold an entered value.
 * The status of each is in `http/problem-status.ts`.
 */
export const problemTitles = {
  'not-found': 'Nothing is here for this access.',
  'malformed-body': 'The body is not what this address takes.',
  'body-too-large': 'The body is larger than this address takes.',
  'media-type-forbidden': 'This address takes another media type.',
  'origin-forbidden': 'This service does not serve pages of that origin.',
  'unknown-procedure': 'This service does not hold that version of the procedure.',
  guide: 'This procedure is a guide: nothing of it is kept or filed here.',
  'plan-mismatch': 'The draft belongs to another version of the procedure.',
  'idempotency-key-missing': 'A filing needs the header Idempotency-Key.',
  'idempotency-key-mismatch': 'The idempotency key is not the one made with this draft.',
  'already-filed': 'This draft is filed already; what differs can be sent as an amendment.',
  'in-flight': 'The same filing is being handled: ask again in a moment.',
  issues: 'Some answers stop the filing.',
  'etag-missing': 'A change needs the header If-Match.',
  'etag-stale': 'The dossier has changed since it was read.',
  'not-allowed': 'This access may not ask that.',
  'not-accepted-now': 'The dossier does not accept this now.',
  'command-unknown': 'This service does not know that command.',
  'command-malformed': 'The command does not carry what it needs.',
  'third-party-cannot-file': 'Only the authority can register a filing.',
  'authority-files': 'An authority files; it does not prepare or transmit.',
  'nothing-changed': 'Nothing differs from what is filed.',
  'version-changed': 'The change was made on another version of the dossier.',
  'amending-closed': 'The dossier is decided: it can no longer be amended.',
  'judgement-missing': 'The service did not judge the answers; nothing was changed.',
  'filing-has-issues': 'Some answers stop the filing.',
  'effective-in-future': 'The act is said to have happened later than now.',
  'effective-too-early': 'The act is said to have happened before the dossier or its draft existed.',
  'proof-missing': 'The act needs its proof.',
  'officer-incomplete': 'A decision names its author, the quality and the service.',
  'reasons-missing': 'The act needs its reasons.',
  'proposal-unknown': 'No such proposal waits for an answer.',
  'proposal-unanswered': 'A proposed amendment has to be answered before a decision.',
  'closing-too-early': 'The delay before closing is not over.',
  'piece-unknown': 'The procedure does not know that piece.',
  'piece-not-requested': 'Nobody asked for that piece.',
  'delay-missing': 'The request needs a delay.',
  'clock-unknown': 'No such clock runs on this dossier.',
  'version-unknown': 'No migration is declared from the version of the dossier to the newest one.',
  'mandate-unknown': 'No such mandate holds on this dossier.',
  'incident-unknown': 'No such incident was recorded on this dossier.',
  'nothing-owed': 'No attestation is owed now that was not issued.',
  'digest-missing': 'The header Content-Digest of a file holds no sha-256.',
  'digest-mismatch': 'The file did not arrive as it was sent.',
  'file-too-large': 'The file is larger than this piece takes.',
  'file-type-forbidden': 'The content of the file is not of a type this piece takes.',
  'file-empty': 'The file is empty.',
  'file-exists': 'Another file was stored under this identity.',
  'too-many-files': 'Too many files were sent for this piece.',
  'too-many-entries': 'Too many entries were sent at once or kept for this draft.',
  'day-not-ahead': 'The day to file on has to be in the future.',
  'later-edits-left-out': 'Changes made since would have stopped the filing: it was made without.',
  'service-failed': 'The service failed; nothing was changed. Ask again.',
};

export type ServiceErrorCode = keyof typeof messages;
export type ProblemCode = keyof typeof problemTitles;

/** An error of the operator or the developer: one clear sentence in `message`, a stable `code`. */
export class ServiceError<Code extends ServiceErrorCode = ServiceErrorCode> extends Error {
  readonly code: Code;

  constructor(code: Code, at: Parameters<(typeof messages)[Code]>[0]) {
    super((messages[code] as (at: unknown) => string)(at));
    this.name = 'ServiceError';
    this.code = code;
  }
}
