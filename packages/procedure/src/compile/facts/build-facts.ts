import type { Json } from '../../read/shapes.js';
import { entriesOf, isObject, itemsOf, textsOf } from '../../read/shapes.js';
import type {
  AdvicePlan,
  AttestationPlan,
  ClockPlan,
  FeePlan,
  WindowPlan,
} from '../../types/facts.js';
import type { Plan } from '../../types/plan.js';
import { buildLinks } from './build-links.js';
import { buildParties } from './build-parties.js';
import { buildPieces } from './build-pieces.js';
import { buildValues } from './build-values.js';
import { compact, type FactReader, namedObjects } from './fact-reader.js';

/** The parts of a plan that come from procedure.json. */
export type FactPlan = Pick<
  Plan,
  | 'pieces'
  | 'sources'
  | 'values'
  | 'window'
  | 'fees'
  | 'advice'
  | 'parties'
  | 'links'
  | 'clocks'
  | 'channels'
  | 'afterDecision'
  | 'mandates'
  | 'attestations'
  | 'privacy'
>;

/** Every fact of procedure.json, its conditions, moments and names checked. */
export function buildFacts(reader: FactReader, procedure: Json): FactPlan {
  const window = buildWindow(reader, procedure['window']);
  const afterDecision = reader.pointers(procedure, 'contactPointers');
  return {
    pieces: buildPieces(reader, procedure['pieces']),
    sources: plainObjects(procedure['sources']) as unknown as Plan['sources'],
    values: buildValues(reader, procedure['values']),
    ...(window ? { window } : {}),
    fees: objectsOf(procedure['fees']).map((fee) => buildFee(reader, fee)),
    advice: buildAdvice(reader, procedure['advice']),
    parties: buildParties(reader, procedure['parties']),
    ...buildLinks(reader, procedure['links']),
    clocks: mapObjects(procedure['clocks'], (clock) => buildClock(reader, clock)),
    channels: plainObjects(procedure['channels']),
    ...(afterDecision ? { afterDecision } : {}),
    mandates: mapLists(procedure['mandates'], textsOf) as Plan['mandates'],
    attestations: mapObjects(procedure['attestations'], (one) => buildAttestation(reader, one)),
    privacy: buildPrivacy(reader, procedure),
  };
}

function buildWindow(reader: FactReader, window: unknown): WindowPlan | undefined {
  if (!isObject(window)) return undefined;
  reader.checkSource(window);
  const [opens, closes] = [reader.moment(window, 'opens'), reader.moment(window, 'closes')];
  if (!opens || !closes) return undefined;
  return {
    opens,
    closes,
    lateMeans: String(window['lateMeans']),
    source: String(window['source']),
  };
}

function buildFee(reader: FactReader, fee: Json): FeePlan {
  reader.checkSource(fee);
  const cents = String(fee['cents']);
  reader.checkName(reader.at(fee, 'cents'), 'value', cents, reader.scope.values);
  return compact({
    name: String(fee['name']),
    cents,
    asOf: reader.moment(fee, 'asOf'),
    when: reader.condition(fee, 'when'),
    source: String(fee['source']),
  }) as FeePlan;
}

function buildAdvice(reader: FactReader, authored: unknown): AdvicePlan[] {
  return objectsOf(authored).flatMap((advice) => {
    reader.checkSource(advice);
    const when = reader.condition(advice, 'when');
    const at = String(advice['at']);
    const known = new Set(reader.outline.nodes.keys());
    const isPlaced = reader.checkName(reader.at(advice, 'at'), 'pointer', at, known);
    if (!when || !isPlaced) return [];
    const level = advice['level'] === 'warn' ? ('warn' as const) : ('inform' as const);
    return [{ say: String(advice['say']), level, at, when, source: String(advice['source']) }];
  });
}

function buildClock(reader: FactReader, clock: Json): ClockPlan {
  reader.checkSource(clock);
  const events = (key: string) => (Array.isArray(clock[key]) ? textsOf(clock[key]) : undefined);
  return compact({
    startsOn: textsOf(clock['startsOn']),
    when: reader.condition(clock, 'when'),
    for: String(clock['for']),
    suspendedOn: events('suspendedOn'),
    resumedOn: events('resumedOn'),
    stopsOn: textsOf(clock['stopsOn']),
    thenAppends: clock['thenAppends'] as string | undefined,
    means: String(clock['means']),
    source: String(clock['source']),
    toWorkingDay: clock['toWorkingDay'] === true ? true : undefined,
  }) as ClockPlan;
}

function buildAttestation(reader: FactReader, attestation: Json): AttestationPlan {
  reader.checkSource(attestation);
  return compact({
    on: Array.isArray(attestation['on']) ? textsOf(attestation['on']) : undefined,
    while: reader.condition(attestation, 'while'),
    validFrom: reader.moment(attestation, 'validFrom'),
    ahead: attestation['ahead'],
    for: attestation['for'],
    says: Array.isArray(attestation['says']) ? textsOf(attestation['says']) : undefined,
    source: attestation['source'],
  }) as AttestationPlan;
}

function buildPrivacy(reader: FactReader, { privacy, guide }: Json): Plan['privacy'] {
  const fact = isObject(privacy) ? privacy : {};
  // A guide receives nothing, and need not say why it keeps it.
  if (guide !== true || isObject(privacy)) reader.checkSource(fact);
  const text = (key: string) => String(fact[key] ?? '');
  return { purpose: text('purpose'), basis: text('basis'), source: text('source') };
}

function objectsOf(value: unknown): Json[] {
  return itemsOf(value).filter(isObject);
}

function mapObjects<T>(value: unknown, build: (fact: Json) => T): Record<string, T> {
  return Object.fromEntries(namedObjects(value).map(([name, fact]) => [name, build(fact)]));
}

function mapLists<T>(value: unknown, build: (list: unknown) => T): Record<string, T> {
  return Object.fromEntries(entriesOf(value).map(([name, list]) => [name, build(list)]));
}

function plainObjects(value: unknown): Record<string, Json> {
  return Object.fromEntries(namedObjects(value));
}
