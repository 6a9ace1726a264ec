/** Who runs a service and where it can be reached: `operator.json`, checked by `schemas/meta/operator.schema.json`. */
export interface Operator {
  readonly profile: 'administration' | 'third-party';
  readonly authority: string;
  readonly service: string;
  readonly postalAddress: readonly string[];
  readonly email: string;
  /** E.164. */
  readonly telephone: string;
  readonly places: readonly {
    readonly roles: readonly string[];
    readonly name: string;
    readonly address: readonly string[];
    readonly hours: Readonly<Record<string, string>>;
  }[];
  /** IANA, e.g. `Europe/Paris`. */
  readonly timeZone: string;
  readonly dataProtection: { readonly name: string; readonly email: string };
  readonly appeals: readonly {
    readonly to: string;
    readonly within: string;
    readonly how: string;
    readonly source: string;
  }[];
  /** Origins of pages that may call the API. */
  readonly origins: readonly string[];
  /** Third party only: where the dossier has to be taken. */
  readonly transmitsTo?: { readonly authority: string; readonly how: string };
}
