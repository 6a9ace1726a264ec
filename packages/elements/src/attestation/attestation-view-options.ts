import type { Receipt } from '@guichet/engine';

/** What an attestation is drawn from. */
export interface AttestationViewOptions {
  readonly receipt: Pick<Receipt, 'reference' | 'attestation'>;
  /** Interface string by key, in the page's language. */
  readonly say: (key: string, params?: Readonly<Record<string, unknown>>) => string;
  /** Makes ids unique in the page. */
  readonly prefix: string;
  /** Address of the page that checks codes; the attestation's own when absent. */
  readonly verifier?: string;
}
