/** What a journey state tells a person. */
export interface JourneyMeta {
  readonly label: string;
  readonly means: string;
  readonly turn: 'holder' | 'service' | 'third-party' | 'nobody';
  /** Name of the clock that bounds the wait, or none with its source. */
  readonly clock?: string | { readonly none: string; readonly source: string };
  readonly can: readonly string[];
  /** Set on the states after an express decision. */
  readonly decided?: true;
}

/** XState v5 configuration of the journey; `meta` on each state (rules.md B3). */
export interface LifecyclePlan {
  readonly id: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, JourneyState>>;
  readonly on?: Readonly<Record<string, unknown>>;
}
export interface JourneyState {
  readonly meta?: JourneyMeta;
  readonly initial?: string;
  readonly states?: Readonly<Record<string, JourneyState>>;
  readonly on?: Readonly<Record<string, unknown>>;
  readonly entry?: unknown;
  readonly exit?: unknown;
  readonly tags?: readonly string[];
  readonly description?: string;
}
