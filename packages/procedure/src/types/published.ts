import type { Plan } from './plan.js';
import type { Texts } from './texts.js';

/** `published/<version>.json`: all that a service needs to serve, validate and fold this version for ever. */
export interface Published {
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  readonly validFrom: string;
  /** SHA-256 over canonical JSON (RFC 8785), lower-case hex. */
  readonly planHash: string;
  readonly plan: Plan;
  readonly texts: Readonly<Record<string, { readonly hash: string; readonly bundle: Texts }>>;
  /** The whole data schema, `$ref`s bundled, `if` lowered: what Ajv validates. */
  readonly schema: object;
}
