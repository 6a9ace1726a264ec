/** A file that was not taken: why, and what its message may say. */
export interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What is known of files beside the draft: progress, and refusals to be told. */
export interface Uploads {
  /** 0 to 1. */
  readonly progress: Map<string, number>;
  /** Uploads on their way. */
  readonly running: Map<string, Promise<void>>;
  refusals(piece: string): readonly Refusal[];
  refuse(piece: string, refusal: Refusal): void;
  forgive(piece: string): void;
}

/** No upload yet. */
export function createUploads(): Uploads {
  const refused = new Map<string, readonly Refusal[]>();
  return {
    progress: new Map(),
    running: new Map(),
    refusals: (piece) => refused.get(piece) ?? [],
    refuse: (piece, refusal) => refused.set(piece, [...(refused.get(piece) ?? []), refusal]),
    forgive: (piece) => refused.delete(piece),
  };
}
