/**
 * One line of the log. These fields and no others: an address's own parameters, a body, a header or the
 * text of an error may hold something that a person typed.
 */
export interface LogLine {
  readonly at: string;
  readonly level: 'info' | 'error';
  /** What happened: `request`, `started`, `verdicts-differ`… */
  readonly event: string;
  readonly method?: string;
  /** Pattern of the route, never the address. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly code?: string;
  /** Opaque id of a draft or dossier. */
  readonly id?: string;
  readonly procedure?: string;
}

export type Log = (line: LogLine) => void;

const allowed = [
  'at',
  'level',
  'event',
  'method',
  'route',
  'status',
  'ms',
  'code',
  'id',
  'procedure',
];

/** Writes JSON lines, with the allowed fields only, whatever the object holds. */
export function logTo(write: (line: string) => void): Log {
  return (line) => write(JSON.stringify(line, allowed));
}
