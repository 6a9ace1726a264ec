import type { Operator, Published } from '@guichet/procedure';
import type { Version } from '../../draft.js';
import type { Judgement } from '../../judgement.js';
import type { DossierEvent } from '../events.js';
import type { DossierView } from '../view.js';

/** All that a receipt is written from. It reads nothing else, and computes no date that an event or a clock holds. */
export interface ReceiptInput {
  /** Key of `texts.attestations`: `filing`, `preparation`, `transmission`, `amendment`, `proposal`, `decision`… */
  readonly kind: string;
  /** The check phrase of the signed token (`checkPhrase` of the attestation package). */
  readonly check: string;
  readonly published: Published;
  /** The person's language; a translation follows the French when it is another one. */
  readonly lang: string;
  readonly operator: Operator;
  /** The dossier after the event. */
  readonly view: DossierView;
  /** The event attested. */
  readonly event: DossierEvent;
  readonly version: Version;
  /** Of that version then; without it nothing is said of the window, and of pieces only what was declared. */
  readonly judgement?: Judgement;
}
