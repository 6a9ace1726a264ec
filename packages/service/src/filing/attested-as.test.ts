import type { DossierEvent, EventType } from '@guichet/engine';
import type { Plan } from '@guichet/procedure';
import { describe, expect, it } from 'vitest';
import { libraryCard } from '../testing/library-card.js';
import { attestedAs } from './attested-as.js';

const { plan } = await libraryCard();

function kindsOf(
  type: EventType,
  attestations: Plan['attestations'],
  body: DossierEvent['body'] = {},
): readonly string[] {
  const at = '2026-11-23T09:00:00.000Z';
  const event = {
    seq: 1,
    type,
    occurredAt: at,
    recordedAt: at,
    by: { as: 'holder' },
    body,
  } as const;
  return attestedAs({ ...plan, attestations }, event);
}

describe('the kinds of attestation that an event owes', () => {
  it('are those that the procedure names for it', () => {
    const attestations = { paper: { on: ['FILED', 'AMENDED'] }, slip: { on: ['FILED'] } };
    expect(kindsOf('FILED', attestations)).toEqual(['paper', 'slip']);
    expect(kindsOf('AMENDED', attestations)).toEqual(['paper']);
    expect(kindsOf('TRANSMITTED', attestations)).toEqual(['paper', 'slip']);
    expect(kindsOf('DECIDED', { notice: { on: ['DECIDED'] } })).toEqual(['notice']);
  });

  it.each([
    ['FILED', 'filing'],
    ['PREPARED', 'preparation'],
    ['TRANSMITTED', 'transmission'],
    ['AMENDED', 'amendment'],
    ['AMENDMENT_PROPOSED', 'amendment'],
    ['PIECES_SUPPLIED', 'amendment'],
  ] as const)('are never none where %s files or amends', (type, kind) => {
    expect(kindsOf(type, {})).toEqual([kind]);
  });

  it('are an amendment’s for a proposal that made a version, and none for one refused', () => {
    expect(kindsOf('PROPOSAL_ANSWERED', {}, { accepted: true, version: 2 })).toEqual(['amendment']);
    expect(kindsOf('PROPOSAL_ANSWERED', {}, { accepted: false })).toEqual([]);
  });

  it('are never a filing’s for a preparation', () => {
    const attestations = { filing: { on: ['FILED', 'PREPARED'] } };
    expect(kindsOf('PREPARED', attestations)).toEqual(['preparation']);
  });

  it('are none for what neither files nor amends', () => {
    expect(kindsOf('TAKEN', {})).toEqual([]);
  });
});
