import { generateSigningKey, signAttestation, type SigningKey } from '@guichet/attestation';
import {
  differenceOf,
  judge,
  type AmendmentRequest,
  type DossierEvent,
  type Filing,
  type FilingAnswer,
  type Receipt,
  type Version,
} from '@guichet/engine';
import {
  dossierView,
  emptyState,
  etagOf,
  handleCommand,
  receiptDocument,
  type Command,
  type DossierState,
} from '@guichet/engine/dossier';
import { canonicalJson, dayIn, sha256Hex, type Operator, type Published } from '@guichet/procedure';
import type { Answer, DossierGateway, Gateway } from '../gateway.js';
import { randomCode } from '../identity.js';
import {
  issuesOf,
  memoryGateway,
  refused,
  type MemoryGatewayOptions,
} from '../memory/memory-gateway.js';
import type { StreamedEvent } from '../wire.js';

export interface RecordingOptions extends Omit<MemoryGatewayOptions, 'plan' | 'operator'> {
  readonly published: Published;
  readonly operator: Operator;
}

/** What one draft became. */
interface Recorded {
  readonly id: string;
  readonly reference: string;
  readonly receipts: Receipt[];
  readonly versions: Version[];
  readonly events: DossierEvent[];
  state: DossierState;
}

/**
 * A whole service in memory for one draft: it receives, files once, amends and streams, with the
 * engine's own rules and a signature of its own key. For tests of what stands on a gateway.
 */
export function recordingGateway(
  options: RecordingOptions,
): Gateway & { dossier(): DossierGateway | undefined } {
  const { published, operator } = options;
  const { plan } = published;
  const now = (): Date => options.clock?.now() ?? new Date();
  const memory = memoryGateway({ ...options, plan, operator });
  const key = generateSigningKey();
  const listeners = new Set<() => void>();
  let recorded: Recorded | undefined;

  /** Hands a command to the engine, keeps what it decides, and attests the last event. */
  async function record(
    on: Recorded,
    command: Command,
    filing: Filing,
    base?: Version,
  ): Promise<Receipt | string> {
    const today = dayIn(now(), operator.timeZone);
    const handled = handleCommand(plan, on.state, command, {
      now: now(),
      zone: operator.timeZone,
      profile: operator.profile,
      by: { as: 'holder' },
      judgement: judge(plan, filing.version, { today, filing: today, zone: operator.timeZone }),
      ...(base === undefined
        ? {}
        : { difference: differenceOf(base, filing.version, on.state.version) }),
      lang: filing.lang,
      textsHash: filing.textsHash,
    });
    if ('refused' in handled) return handled.refused;
    on.state = handled.state;
    on.events.push(...handled.events);
    const event = handled.events.at(-1);
    if (event === undefined) return 'nothing-happened';
    const receipt = await receiptOf(on, event, filing);
    if (handled.state.version > on.versions.length) on.versions.push(filing.version);
    on.receipts.push(receipt);
    for (const listener of listeners) listener();
    return receipt;
  }

  async function receiptOf(on: Recorded, event: DossierEvent, filing: Filing): Promise<Receipt> {
    const view = dossierView(plan, on.state, { ...on, planHash: published.planHash }, now());
    const { lang, version } = filing;
    const kind = { FILED: 'filing', PREPARED: 'preparation' }[String(event.type)] ?? 'amendment';
    const id = randomCode(10);
    const jws = await sign(await key, { kind, id, on, event, version, operator });
    const document = receiptDocument({
      kind,
      check: '0000 0000 0000',
      published,
      lang,
      operator,
      view,
      event,
      version,
    });
    return {
      dossier: on.id,
      reference: on.reference,
      profile: operator.profile,
      at: event.recordedAt,
      version: on.state.version,
      etag: etagOf(on.state),
      attestation: { id, kind, jws, document },
      view,
    };
  }

  async function file(filing: Filing): Promise<FilingAnswer> {
    if (recorded !== undefined) return fileAgain(recorded, filing);
    const stopped = issuesOf(plan, filing, options);
    if (stopped !== undefined) return stopped;
    const profiled = operator.profile === 'administration' ? 'file' : 'prepare';
    const fresh: Recorded = {
      id: randomCode(26),
      reference: `${randomCode(4)}-${randomCode(4)}-${randomCode(4)}`,
      receipts: [],
      versions: [],
      events: [],
      state: emptyState(plan),
    };
    recorded = fresh;
    const receipt = await record(fresh, { do: profiled }, filing);
    if (typeof receipt === 'string') return { is: 'refused', code: receipt, message: '' };
    return { is: operator.profile === 'administration' ? 'filed' : 'prepared', receipt };
  }

  function fileAgain({ receipts, versions }: Recorded, filing: Filing): FilingAnswer {
    const [receipt] = receipts;
    const current = versions.at(-1);
    if (receipt === undefined || current === undefined) return { is: 'unreachable' };
    const difference = differenceOf(current, filing.version, versions.length);
    const isSame = difference.changes.length === 0;
    if (!isSame) return { is: 'already-filed', receipt, difference };
    return { is: operator.profile === 'administration' ? 'filed' : 'prepared', receipt };
  }

  async function amend(amendment: AmendmentRequest): Promise<FilingAnswer> {
    const base = recorded?.versions.at(-1);
    if (recorded === undefined || base === undefined)
      return { is: 'refused', code: 'not-filed', message: '' };
    if (amendment.etag !== etagOf(recorded.state))
      return { is: 'refused', code: 'etag-stale', message: '' };
    const stopped = issuesOf(plan, amendment, options);
    if (stopped !== undefined) return stopped;
    const receipt = await record(
      recorded,
      { do: 'amend', reason: amendment.reason },
      amendment,
      base,
    );
    if (typeof receipt === 'string') return { is: 'refused', code: receipt, message: '' };
    return { is: 'amended', receipt };
  }

  /** One after another, as rows of a database are locked. */
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    ...memory,
    receives: true,
    file: (filing) => inTurn(() => file(filing)),
    amend: (amendment) => inTurn(() => amend(amendment)),
    fileOn: async (day) => ({ is: 'scheduled', on: day }),
    readReceipt: async () => ({ is: 'ok', value: recorded?.receipts.at(-1) ?? null }),
    readVersion: async (n) => found(recorded?.versions[n - 1]),
    dossier: () => recorded && dossierOn(recorded, options, listeners, now),
  };
}

function dossierOn(
  recorded: Recorded,
  { published }: RecordingOptions,
  listeners: Set<() => void>,
  now: () => Date,
): DossierGateway {
  const view = () =>
    dossierView(
      published.plan,
      recorded.state,
      { ...recorded, planHash: published.planHash },
      now(),
    );
  return {
    view: async () => ({ is: 'ok', value: view() }),
    command: async () => refused('command-unknown', 422),
    attestation: async (id) =>
      found(recorded.receipts.find((one) => one.attestation.id === id)?.attestation),
    follow(since, onEvent) {
      let last = since;
      const tell = (): void => {
        for (const event of recorded.events.filter(({ seq }) => seq > last)) {
          last = event.seq;
          onEvent({ event, view: view() } satisfies StreamedEvent);
        }
      };
      listeners.add(tell);
      tell();
      return () => void listeners.delete(tell);
    },
  };
}

function found<T>(value: T | undefined): Answer<T> {
  return value === undefined ? refused('not-found') : { is: 'ok', value };
}

interface Signing {
  readonly kind: string;
  readonly id: string;
  readonly on: Recorded;
  readonly event: DossierEvent;
  readonly version: Version;
  readonly operator: Operator;
}

async function sign(
  key: SigningKey,
  { kind, id, on, event, version, operator }: Signing,
): Promise<string> {
  return signAttestation(
    {
      kind,
      issuer: 'recording',
      dossier: on.reference,
      document: id,
      state: on.state.journey,
      issuedAt: event.recordedAt,
      holder: {},
      commitment: await sha256Hex(canonicalJson(version)),
      profile: operator.profile,
    },
    key,
  );
}
