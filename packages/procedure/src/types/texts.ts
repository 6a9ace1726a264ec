/**
 * An ICU message parsed to data at compile time: plain text, or parts.
 * Arguments are formatted with Intl in the bundle's language.
 */
export type Message = string | readonly MessagePart[];
export type MessagePart =
  | string
  | { readonly arg: string; readonly as?: 'number' | 'date' | 'money' }
  | { readonly plural: string; readonly cases: Readonly<Record<string, Message>> }
  | { readonly select: string; readonly cases: Readonly<Record<string, Message>> };

export interface FieldTexts {
  readonly label: Message;
  readonly hint?: Message;
  readonly why?: Message;
  readonly options?: Readonly<Record<string, Message>>;
  /** Keyword → message, before the generic ones of `ui.issues`. */
  readonly issues?: Readonly<Record<string, Message>>;
}

/**
 * Every word of one procedure in one language, interface included.
 * Keys: steps by name, fields by pattern pointer, groups by section key, the rest by name.
 */
export interface Texts {
  readonly format: 1;
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Absent: nobody has reviewed this translation yet, and the page says so. */
  readonly reviewed?: { readonly by: string; readonly on: string };
  readonly title: Message;
  readonly summary?: Message;
  readonly steps: Readonly<Record<string, { readonly title: Message; readonly intro?: Message }>>;
  readonly groups: Readonly<
    Record<
      string,
      {
        readonly title: Message;
        readonly row?: Message;
        readonly add?: Message;
        readonly hint?: Message;
      }
    >
  >;
  readonly fields: Readonly<Record<string, FieldTexts>>;
  readonly pieces: Readonly<
    Record<
      string,
      {
        /** With `each`: says which one with `{row}`, the title of its row, or `{value}`. */
        readonly label: Message;
        /** With `each`: heading above them all. */
        readonly title?: Message;
        readonly hint?: Message;
        readonly anyOf?: Readonly<Record<string, Message>>;
      }
    >
  >;
  readonly advice: Readonly<Record<string, Message>>;
  /** How a party is called when something is asked of them: « votre hébergeant ». */
  readonly parties?: Readonly<Record<string, { readonly label: Message }>>;
  /** Dossiers that go with this one; `{row}` is the title of the row. */
  readonly links?: Readonly<Record<string, { readonly label: Message }>>;
  readonly fees: Readonly<Record<string, Message>>;
  /** `lateMeans`, exits, privacy purpose and the like, by key. */
  readonly says: Readonly<Record<string, Message>>;
  readonly states: Readonly<Record<string, { readonly label: Message; readonly means: Message }>>;
  /** `incomplete`: what its end means while the file is incomplete. */
  readonly clocks: Readonly<
    Record<
      string,
      { readonly label: Message; readonly means: Message; readonly incomplete?: Message }
    >
  >;
  readonly attestations: Readonly<
    Record<string, { readonly label: Message; readonly hint?: Message }>
  >;
  readonly events: Readonly<Record<string, Message>>;
  /** Interface strings of the elements, dotted keys: `continue`, `save.device`, `issues.required`… */
  readonly ui: Readonly<Record<string, Message>>;
}
