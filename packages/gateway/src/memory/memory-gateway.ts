import {
  judge,
  type Draft,
  type Filing,
  type FilingAnswer,
  type OperatorView,
  type PieceFile,
} from '@guichet/engine';
import { dayIn, piecePlanOf, type Plan } from '@guichet/procedure';
import type { Answer, Gateway } from '../gateway.js';
import type { DraftIdentity } from '../identity.js';
import { memoryDrafts, type MemoryDrafts } from './memory-drafts.js';

export interface MemoryGatewayOptions {
  readonly plan: Plan;
  readonly identity: DraftIdentity;
  /** As the draft was born. */
  readonly draft: Pick<Draft, 'procedure' | 'startedAt'>;
  readonly operator?: OperatorView;
  readonly clock?: { now(): Date };
  /** Shared by the gateways of one pretended service. */
  readonly drafts?: MemoryDrafts;
}

/**
 * A gateway with nothing behind it, for previews and tests: it keeps drafts and files in memory and
 * judges a filing as a service would, but it receives nothing, so it never says *filed*.
 */
export function memoryGateway(options: MemoryGatewayOptions): Gateway {
  const { plan, identity, operator } = options;
  const drafts = options.drafts ?? memoryDrafts();
  const { id, key, capability } = identity;
  const born = { id, key, ...options.draft };
  return {
    receives: false,
    operator: async () => (operator === undefined ? { is: 'unreachable' } : ok(operator)),
    appendEntries: async (entries) => drafts.append(born, capability, entries),
    readDraft: async () => drafts.read(born, capability),
    readReceipt: async () => ok(null),
    readVersion: async () => refused('not-filed'),
    async putPiece(piece, file, source, onProgress) {
      const problem = problemOf(plan, piece, source.size);
      if (problem !== undefined) return { ...file, state: 'refused', problem };
      onProgress(1);
      return { ...file, state: 'stored' } satisfies PieceFile;
    },
    async file(filing) {
      return issuesOf(plan, filing, options) ?? doesNotReceive;
    },
    amend: async () => doesNotReceive,
    fileOn: async () => doesNotReceive,
  };
}

const doesNotReceive = {
  is: 'refused',
  code: 'does-not-receive',
  message: 'Nothing was filed: this page has no service behind it.',
} as const;

/** What stops the filing, as the service would say it; nothing when nothing does. */
export function issuesOf(
  plan: Plan,
  { version }: Filing,
  { operator, clock }: Pick<MemoryGatewayOptions, 'operator' | 'clock'>,
): FilingAnswer | undefined {
  const zone = operator?.timeZone ?? 'Europe/Paris';
  const today = dayIn(clock?.now() ?? new Date(), zone);
  const stopping = judge(plan, version, { today, filing: today, zone }).issues.filter(
    (issue) => issue.stops,
  );
  if (stopping.length === 0) return undefined;
  return {
    is: 'issues',
    issues: stopping.map(({ pointer, code, params }) => ({ pointer, code, params })),
  };
}

function problemOf(plan: Plan, piece: string, size: number): string | undefined {
  const asked = piecePlanOf(plan.pieces, piece);
  if (asked === undefined) return 'piece-unknown';
  if (size === 0) return 'file-empty';
  return size > asked.maxBytes ? 'file-too-large' : undefined;
}

function ok<T>(value: T): Answer<T> {
  return { is: 'ok', value };
}

/** A refusal as a service words it, without the words. */
export function refused(code: string, status = 404): Answer<never> {
  return { is: 'refused', status, code, message: '', body: {} };
}
