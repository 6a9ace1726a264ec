import type { Version, Draft } from '../draft.js';
import type { News } from '../moving/news-of.js';
import type { Ports, Receipt } from '../ports.js';

/** What a session is opened with, beside the plan and its words. */
export interface SessionOptions {
  readonly draft: Draft;
  readonly ports: Ports;
  readonly planHash: string;
  /** SHA-256 of the texts it is opened with: a filing says which words the person saw. */
  readonly textsHash: string;
  /** Language → SHA-256 of its texts, for a session that may go on in another. */
  readonly textsHashes?: Readonly<Record<string, string>> | undefined;
  /** Receipt of what was filed from this draft. */
  readonly filed?: Receipt | undefined;
  /** The version filed, when the page still has it; the service says the difference otherwise. */
  readonly filedVersion?: Version | undefined;
  /** What is new, where the draft came from another version of the procedure. */
  readonly news?: News | undefined;
  readonly readOnly?: boolean | undefined;
  /** The operator's profile by default; without an operator nothing can say *filed*. */
  readonly profile?: 'administration' | 'third-party' | undefined;
}
