/** Builds the static verification page into the folder `out`, emptied first. */
export function buildVerifier(out: string): Promise<void>;
