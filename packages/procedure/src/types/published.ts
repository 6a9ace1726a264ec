import type { Condition } from './condition.js';
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
  /** The whole data schema, every `$ref` inlined (so that a schema path names one place): what Ajv validates. */
  readonly schema: object;
  /** Conditional branches of `schema`: an error whose schema path starts with `path` counts only where `when` is T (rules.md A6). */
  readonly branches: readonly { readonly path: string; readonly when: Condition }[];
}
