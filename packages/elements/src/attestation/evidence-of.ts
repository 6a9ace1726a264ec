import type { SealedAttestation } from '@guichet/engine';

/** A file made on the device, ready to be kept. */
export interface MadeFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The evidence of an attestation as a JSON file: the signed code, and the words that it stands for.
 *
 * `jws` alone proves something; `document` is the reading of it, and the file says so.
 */
export function evidenceOf(attestation: SealedAttestation, reference: string): MadeFile {
  const { id, kind, jws, document, verifier } = attestation;
  const evidence = {
    format: 'guichet-attestation/1',
    about: 'The signature covers "jws" only; "document" is its reading.',
    id,
    kind,
    reference,
    ...(verifier && { verifier }),
    jws,
    document,
  };
  const safe = `${kind}-${reference}`.replace(/[^A-Za-z0-9-]+/g, '-');
  return { name: `attestation-${safe}.json`, text: `${JSON.stringify(evidence, null, 2)}\n` };
}

/** Offers a file for keeping; nothing leaves the device. */
export function keepFile({ name, text }: MadeFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
