/** Part of a dossier's state that the lifecycle's actions may change. */
export interface ActionPart {
  readonly taken: boolean;
  readonly owed: readonly string[];
}

/** The closed registry of actions a lifecycle may name. Each is an order, and gives a new object (rules.md B3). */
export const actions: Readonly<Record<string, (part: ActionPart, params: unknown) => ActionPart>> =
  {
    /** Nobody holds the file any more: an amendment applies at once again. */
    release: (part) => ({ ...part, taken: false }),
    /** `params`: `{ "attestation": kind }`, which then stays on the monitoring list until it is issued. */
    owe: (part, params) => {
      const kind = String((params as { readonly attestation?: unknown }).attestation);
      return part.owed.includes(kind) ? part : { ...part, owed: [...part.owed, kind] };
    },
  };
