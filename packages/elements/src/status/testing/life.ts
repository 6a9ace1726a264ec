import { checkPhrase, generateSigningKey, manifestOf, signAttestation } from '@guichet/attestation';
import type {
  AttestationDocument,
  DossierView,
  Judgement,
  SealedAttestation,
  Version,
} from '@guichet/engine';
import {
  dossierView,
  emptyState,
  handleCommand,
  receiptDocument,
  type Command,
  type CommandContext,
  type DossierEvent,
} from '@guichet/engine/dossier';
import type { Operator, Published, Texts } from '@guichet/procedure';
import administration from '../../../../../examples/prefecture/operator.json';
import association from '../../../../../examples/prefecture/operator.third-party.json';
import student from '../../../../../schemas/student-permit-renewal/published/1.1.0.json';
import type { StatusConnection } from '../../connect.js';

const published = student as unknown as Published;
const operators = {
  administration: administration as unknown as Operator,
  'third-party': association as unknown as Operator,
};
const sound: Judgement = {
  issues: [],
  toComplete: [],
  inactive: [],
  pieces: [],
  window: { inWindow: 'true', state: 'in', opens: '2026-10-26', closes: '2026-12-25' },
  complete: 'true',
  fees: [],
  clocks: {},
};
const version: Version = {
  answers: { person: { birthName: 'Benali', givenNames: 'Yasmine Amira', birth: '1999-04-02' } },
  marks: {},
  pieces: {},
};
const officer = {
  as: 'officer',
  name: 'Claire Petit',
  quality: 'attachée',
  service: 'Bureau du séjour',
} as const;

/** One thing done in a dossier's life: when, by whom (the holder unless said), what the rules say of it. */
export interface Deed {
  readonly at: string;
  readonly do: Command;
  readonly by?: 'holder' | 'officer';
  readonly judged?: Partial<Judgement>;
}

/** A life by name, each a state that a person can meet; told in commands, never in events made by hand. */
export const lives: Readonly<
  Record<
    string,
    { readonly deeds: readonly Deed[]; readonly now: string; readonly thirdParty?: true }
  >
> = {
  filed: { deeds: [filed()], now: '2026-11-24T09:00:00Z' },
  late: {
    deeds: [
      filed({
        window: { inWindow: 'false', state: 'after', opens: '2026-07-01', closes: '2026-09-01' },
      }),
    ],
    now: '2026-11-24T09:00:00Z',
  },
  incomplete: { deeds: [filed({ complete: 'false' })], now: '2026-11-24T09:00:00Z' },
  examination: { deeds: [filed(), taken()], now: '2026-12-06T09:00:00Z' },
  piecesRequested: {
    deeds: [
      filed(),
      taken(),
      {
        at: '2026-12-10T10:00:00Z',
        by: 'officer',
        do: {
          do: 'request-pieces',
          pieces: Object.keys(published.plan.pieces).slice(0, 1),
          within: 'P30D',
        },
      },
    ],
    now: '2026-12-12T09:00:00Z',
  },
  silence: { deeds: [filed(), taken()], now: '2027-03-01T09:00:00Z' },
  withdrawalPending: {
    deeds: [filed(), { at: '2026-12-01T10:00:00Z', do: { do: 'withdraw' } }],
    now: '2026-12-02T09:00:00Z',
  },
  withdrawn: {
    deeds: [filed(), { at: '2026-12-01T10:00:00Z', do: { do: 'withdraw' } }],
    now: '2026-12-20T09:00:00Z',
  },
  favourable: { deeds: [filed(), taken(), decided('favourable')], now: '2027-01-16T09:00:00Z' },
  unfavourable: { deeds: [filed(), taken(), decided('unfavourable')], now: '2027-01-16T09:00:00Z' },
  prepared: {
    deeds: [{ at: '2026-11-23T09:14:07Z', do: { do: 'prepare' } }],
    now: '2026-11-24T09:00:00Z',
    thirdParty: true,
  },
  transmitted: {
    deeds: [
      { at: '2026-11-23T09:14:07Z', do: { do: 'prepare' } },
      {
        at: '2026-11-25T15:00:00Z',
        do: {
          do: 'transmit',
          proof: { kind: 'reference', reference: 'RK 123 456 789 FR' },
          effectiveAt: '2026-11-25T11:00:00Z',
        },
      },
    ],
    now: '2026-11-26T09:00:00Z',
    thirdParty: true,
  },
};

function filed(judged: Partial<Judgement> = {}): Deed {
  return { at: '2026-11-23T09:14:07Z', do: { do: 'file' }, judged };
}
function taken(): Deed {
  return { at: '2026-12-05T08:30:00Z', by: 'officer', do: { do: 'take' } };
}
function decided(outcome: 'favourable' | 'unfavourable'): Deed {
  return {
    at: '2027-01-15T14:00:00Z',
    by: 'officer',
    do: { do: 'decide', outcome, reasons: 'L. 422-1' },
  };
}

/** A dossier in mid-life, as a connection that the element can be given. Commands are carried out for real. */
export class Life implements StatusConnection {
  readonly languages = published.plan.languages;
  readonly operator: Operator;
  readonly commands: { readonly name: string; readonly body: unknown }[] = [];
  texts: Texts;
  #now: Date;
  #state = emptyState(published.plan);
  #events: DossierEvent[] = [];
  readonly #listeners = new Set<(view: DossierView) => void>();
  readonly #sealed = new Map<string, SealedAttestation>();

  constructor(name: string, lang = 'fr') {
    const life = lives[name];
    if (!life) throw new RangeError(`No life is called "${name}".`);
    this.operator = operators[life.thirdParty ? 'third-party' : 'administration'];
    this.texts = textsIn(lang);
    this.#now = new Date(life.now);
    for (const deed of life.deeds) this.live(deed);
  }

  /** Makes one more thing happen, and tells whoever listens. */
  live(deed: Deed): void {
    const context: CommandContext = {
      now: new Date(deed.at),
      zone: 'Europe/Paris',
      profile: this.operator.profile,
      by: deed.by === 'officer' ? officer : { as: 'holder' },
      judgement: { ...sound, ...deed.judged },
    };
    const handled = handleCommand(published.plan, this.#state, deed.do, context);
    if ('refused' in handled) throw new Error(`${deed.do.do} is refused: ${handled.refused}`);
    this.#events = [...this.#events, ...handled.events];
    this.#state = handled.state;
    this.#now = new Date(Math.max(this.#now.getTime(), Date.parse(deed.at)));
    for (const listener of this.#listeners) listener(this.view());
  }

  view(): DossierView {
    const identity = { id: 'dossier', reference: 'K7QM-2P4X-9RTD', planHash: published.planHash };
    const view = dossierView(published.plan, this.#state, identity, this.#now);
    const sealing = this.#events.filter(({ type }) =>
      ['FILED', 'PREPARED', 'TRANSMITTED', 'DECIDED'].includes(type),
    );
    const attestations = sealing.map(({ seq, type, occurredAt }) => ({
      id: `a${seq}`,
      kind: kindOf(type),
      at: occurredAt,
    }));
    return { ...view, attestations };
  }

  now(): Date {
    return this.#now;
  }

  subscribe(listener: (view: DossierView) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async loadTexts(lang: string): Promise<Texts> {
    this.texts = textsIn(lang);
    return this.texts;
  }

  async command(
    name: string,
    body: Readonly<Record<string, unknown>> = {},
  ): Promise<{ ok: boolean; message?: string }> {
    this.commands.push({ name, body });
    try {
      this.live({ at: this.#now.toISOString(), do: { do: name, ...body } as Command });
      return { ok: true };
    } catch (error) {
      return { ok: false, message: error instanceof Error ? error.message : '' };
    }
  }

  async attestation(id: string): Promise<SealedAttestation> {
    const known = this.#sealed.get(id) ?? (await this.#seal(id));
    this.#sealed.set(id, known);
    return known;
  }

  close(): void {
    this.#listeners.clear();
  }

  async #seal(id: string): Promise<SealedAttestation> {
    const event = this.#events.find(({ seq }) => `a${seq}` === id);
    if (!event) throw new RangeError(`No attestation "${id}".`);
    const view = this.view();
    const kind = kindOf(event.type);
    const jws = await signAttestation(
      {
        kind,
        issuer: 'demonstration',
        dossier: view.reference,
        document: 'A3V8N2KD7Q',
        state: view.journey,
        issuedAt: event.occurredAt,
        holder: { surname: 'Benali', givenNames: 'Yasmine Amira', birthDate: '1999-04-02' },
        commitment: (await manifestOf('a'.repeat(64), [])).commitment,
        profile: view.profile,
      },
      await generateSigningKey(),
    );
    const { operator, texts } = this;
    const document: AttestationDocument = receiptDocument({
      kind,
      check: await checkPhrase(jws),
      published,
      lang: texts.lang,
      operator,
      view,
      event,
      version,
      judgement: sound,
    });
    return { id, kind, jws, document, verifier: 'https://guichet.prefecture.example/verifier/' };
  }
}

function kindOf(type: string): string {
  const kinds: Readonly<Record<string, string>> = {
    FILED: 'filing',
    PREPARED: 'preparation',
    TRANSMITTED: 'transmission',
    DECIDED: 'decision',
  };
  return kinds[type] ?? 'filing';
}

function textsIn(lang: string): Texts {
  const found = published.texts[lang];
  if (!found) throw new RangeError(`No texts in "${lang}".`);
  return found.bundle;
}
