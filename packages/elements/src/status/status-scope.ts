import type { DossierView, OperatorView, SealedAttestation } from '@guichet/engine';
import type { Texts } from '@guichet/procedure';

/** What every template of a status page needs. Made anew at each drawing. */
export interface StatusScope {
  readonly view: DossierView;
  readonly texts: Texts;
  readonly languages: readonly string[];
  readonly operator: OperatorView | undefined;
  /** IANA zone in which days and times are said: the operator's. */
  readonly zone: string;
  readonly now: Date;
  /** Makes ids unique in the page. */
  readonly prefix: string;
  /** Level of the page's heading. */
  readonly level: number;
  /** Address of the page that checks codes, when the host named one. */
  readonly verifier: string | undefined;
  /** The act whose panel is open. */
  readonly open: string | undefined;
  /** What the last act came to, in words. */
  readonly outcome:
    { readonly act: string; readonly ok: boolean; readonly text: string } | undefined;
  readonly busy: boolean;
  /** The attestation shown, once it came; its id while it is on its way. */
  readonly shown:
    | { readonly id: string; readonly sealed?: SealedAttestation; readonly failed?: true }
    | undefined;
  say(key: string, params?: Readonly<Record<string, unknown>>): string;
  /** Opens an act's panel, or closes it. */
  toggle(act: string): void;
  /** Sends a command to the service. */
  send(act: string, body?: Readonly<Record<string, unknown>>): void;
  /** Asks the host to open the form on what was filed. */
  amend(because: 'amend' | 'supply-pieces'): void;
  show(attestation: string): void;
  speak(lang: string): void;
}
