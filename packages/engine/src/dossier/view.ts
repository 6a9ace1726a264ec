import type { Author, EventType } from './events.js';

export interface ClockView {
  readonly name: string;
  readonly n: number;
  readonly state: 'running' | 'suspended' | 'ended' | 'stopped' | 'to-verify';
  readonly startedAt?: string;
  /** ISO instant: end of the last day. */
  readonly due?: string;
  /** Key of `texts.clocks`. */
  readonly means: string;
  readonly source: string;
}

/** What a person sees of a dossier: codes and times only; words come from the texts bundle. */
export interface DossierView {
  readonly id: string;
  readonly reference: string;
  readonly procedure: { readonly id: string; readonly version: string; readonly planHash: string };
  readonly profile: 'administration' | 'third-party';
  /** Dotted state path of the journey: `filed`, `examination`… */
  readonly journey: string;
  /** Keys of `texts.states`. */
  readonly label: string;
  readonly turn: 'holder' | 'service' | 'third-party' | 'nobody';
  readonly since: string;
  /** Third party: no TRANSMITTED yet. */
  readonly sentToAuthority: boolean;
  readonly filedAt?: string;
  readonly inWindow?: 'true' | 'false' | 'unknown';
  /** Which side of the window: `before` is early and costs nothing, only `after` is late. */
  readonly windowState?: 'before' | 'in' | 'after' | 'unknown';
  readonly complete?: 'true' | 'false' | 'unknown';
  readonly version: number;
  readonly etag: string;
  /** What amending does now. */
  readonly amending: 'applies' | 'proposes' | 'closed';
  readonly can: readonly string[];
  readonly clocks: readonly ClockView[];
  readonly proposals: readonly {
    readonly n: number;
    readonly at: string;
    readonly state: 'waiting' | 'accepted' | 'refused';
  }[];
  /** Requests for pieces, open ones and those answered. */
  readonly requests?: readonly {
    readonly n: number;
    readonly at: string;
    readonly state: 'open' | 'supplied';
    readonly pieces: readonly string[];
    /** Pieces not supplied yet. */
    readonly open: readonly string[];
    /** ISO instant: end of the delay given. */
    readonly due?: string;
  }[];
  /** Mandates that hold now. */
  readonly mandates?: readonly {
    readonly n: number;
    readonly at: string;
    readonly to: string;
    readonly scopes: readonly string[];
    readonly until?: string;
  }[];
  readonly incidents?: readonly {
    readonly n: number;
    readonly at: string;
    readonly state: 'open' | 'proved' | 'substitution-requested' | 'registered';
  }[];
  /** Interview to come: an ISO instant, and where. */
  readonly interview?: { readonly on: string; readonly place: string };
  /** Service that has it since it was transferred. */
  readonly service?: { readonly name: string; readonly since: string };
  /** Attestations that should be there: `due` now, or `watch` where nobody can tell. Absent: nobody looked. */
  readonly owed?: readonly {
    readonly kind: string;
    readonly is: 'due' | 'watch';
    readonly period?: { readonly validFrom: string; readonly validUntil: string };
  }[];
  readonly attestations: readonly {
    readonly id: string;
    readonly kind: string;
    readonly at: string;
    readonly validFrom?: string;
    readonly validUntil?: string;
  }[];
  readonly timeline: readonly {
    readonly seq: number;
    readonly type: EventType;
    readonly at: string;
    readonly by: Author;
    readonly note?: string;
  }[];
  /** Sequence of the last event folded. */
  readonly seq: number;
}
