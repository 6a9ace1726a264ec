import canonicalize from 'canonicalize';
import { sha256, toHex, utf8 } from '../bytes.js';
import { AttestationError } from '../errors.js';

/** One file of a piece, by its commitment: the manifest can be shown without showing the file. */
export interface ManifestPiece {
  /** Name of the piece in the procedure. */
  readonly piece: string;
  readonly file: string;
  readonly commitment: string;
  /** Bytes. */
  readonly size: number;
}

/** What one attestation covers: a version of the answers and each file sent with it. */
export interface Manifest {
  readonly v: 1;
  readonly version: string;
  readonly pieces: readonly ManifestPiece[];
}

/** A manifest with its canonical text (RFC 8785) and the hash that the signature carries. */
export interface SealedManifest {
  readonly manifest: Manifest;
  readonly canonical: string;
  /** SHA-256 of `canonical`. Unsalted: everything in it is a salted commitment already. */
  readonly commitment: string;
}

/**
 * Makes the manifest of a version commitment and its pieces; the order they come in does not matter.
 *
 * Throws `commitment-malformed`.
 */
export async function manifestOf(
  version: string,
  pieces: readonly ManifestPiece[],
): Promise<SealedManifest> {
  assertCommitment('The commitment of the version', version);
  for (const piece of pieces)
    assertCommitment(`The commitment of file "${piece.file}"`, piece.commitment);
  const manifest: Manifest = {
    v: 1,
    version,
    pieces: pieces
      .map(({ piece, file, commitment, size }) => ({ piece, file, commitment, size }))
      .sort((a, b) => compare(`${a.piece}/${a.file}`, `${b.piece}/${b.file}`)),
  };
  const canonical = canonicalize(manifest) ?? '';
  return { manifest, canonical, commitment: toHex(await sha256(utf8(canonical))) };
}

function assertCommitment(where: string, text: string): void {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new AttestationError('commitment-malformed', { where });
}

/** By code units, never by language: the same everywhere. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
