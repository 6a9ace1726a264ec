import type { CarriedAnswers, DossierView, FormSession, OperatorView } from '@guichet/engine';
import type { Texts } from '@guichet/procedure';

/**
 * How an element gets what it draws: the host (or `@guichet/embed`) plugs this in,
 * so that no element knows a network or a store.
 */
export interface Connector {
  openForm(request: FormRequest): Promise<FormConnection>;
  openStatus(request: StatusRequest): Promise<StatusConnection>;
  /** Language that the person chose for the procedure at `src`, at an earlier visit; it wins over the page's. */
  chosenLanguage?(src: string): string | undefined;
  /** Remembers it for the next visit. */
  keepLanguage?(src: string, lang: string): void;
}

export interface FormRequest {
  /** Folder that holds `plan.json` and `texts.<lang>.json`. */
  readonly src: string;
  /** Origin of the service; empty means none: answers stay on this device. */
  readonly api: string;
  readonly lang: string;
  /** Draft to open; absent means the one in progress on this device, or a fresh one. */
  readonly draft?: string;
}

export interface FormConnection {
  readonly session: FormSession;
  readonly languages: readonly string[];
  readonly operator: OperatorView | undefined;
  loadTexts(lang: string): Promise<Texts>;
  /** Set when a draft of an older version came along: what is new, or a read-only twin. */
  readonly moved?: {
    readonly from: string;
    readonly to: string;
    readonly newPointers: readonly string[];
    readonly readOnly?: FormSession;
  };
  /** It was filed while no page was there: the receipt is shown first. */
  readonly filedMeanwhile?: boolean;
  /** Starts a fresh draft beside this one. */
  startAnother(): Promise<FormConnection>;
  /** The whole draft as one file, for when nothing can be saved. */
  capsule(): Promise<Blob>;
  /** Opens the draft of such a file with its code, or says why it cannot be. Throws nothing a person did wrong. */
  restore?(file: Blob, code: string): Promise<RestoreAnswer>;
  /** Opens another procedure on a fresh draft with the answers that go along. Rejects when it cannot be opened. */
  openOther?(other: OtherProcedure): Promise<FormConnection>;
  close(): void;
}

/** Where an exit leads, and with which answers. */
export interface OtherProcedure extends CarriedAnswers {
  readonly procedure: string;
}

export type RestoreAnswer =
  | { readonly is: 'restored'; readonly connection: FormConnection }
  | {
      readonly is: 'refused';
      /** The interface says each of them as `restore.<why>`. */
      readonly why: 'no-capsule' | 'code-miscopied' | 'wrong-code' | 'damaged' | 'other-procedure';
    };

export interface StatusRequest {
  readonly src: string;
  readonly api: string;
  readonly lang: string;
  readonly dossier: string;
  readonly capability?: string;
}

export interface StatusConnection {
  readonly texts: Texts;
  readonly languages: readonly string[];
  readonly operator: OperatorView | undefined;
  loadTexts(lang: string): Promise<Texts>;
  view(): DossierView;
  /** The service's time, where it is known: a device's clock may be wrong. Absent: the device's. */
  now?(): Date;
  /** Live: called at each event; the answer ends it. */
  subscribe(listener: (view: DossierView) => void): () => void;
  command(
    name: string,
    body?: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly ok: boolean; readonly message?: string }>;
  attestation(id: string): Promise<import('@guichet/engine').SealedAttestation>;
  close(): void;
}
