/** What a command talks to: two streams of lines, and the folder it was called from. */
export interface Io {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly cwd: string;
}

/** 0: nothing to report; 1: findings; 2: the call itself is off. */
export type ExitCode = 0 | 1 | 2;
