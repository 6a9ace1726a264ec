import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Published } from '@guichet/procedure';
import type { Draft } from '../draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { compileJointLease } from '../fixtures/joint-lease.js';
import { seed } from '../fixtures/random-acts.js';
import type { Contribution, Ports } from '../ports.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { memoryService } from '../testing/memory-service.js';
import { applyChanges } from '../versions/apply-changes.js';
import { versionOf } from '../versions/version-of.js';
import { contributionOf } from './contribution-of.js';
import { openPartySession } from './open-party-session.js';
import { partyDraft } from './party-draft.js';
import { partyPlan } from './party-plan.js';

let published: Published;
beforeAll(async () => {
  published = await compileJointLease();
});

const days = { today: '2026-11-23', filing: '2026-11-23' };

/** A draft of somebody housed, in a couple and employed, with a secret. */
function whole(): Draft {
  const { plan, planHash } = published;
  const procedure = { id: plan.id, version: plan.version, planHash };
  return {
    ...freshDraft({ id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' }),
    answers: {
      '/person/birthName': 'Trần',
      '/person/birth': '1998',
      '/home/postCode': '75011',
      '/home/situation': 'hosted',
      '/couple/status': 'together',
      '/couple/partnerName': 'Ana',
      '/work/employed': true,
      '/health': 'nobody else’s business',
    },
  };
}

function openAs(as: string, draft = whole()) {
  const memory = memoryPorts('2026-11-23T10:00:00+01:00');
  const given: Contribution[] = [];
  const service = memoryService('administration', memory.clock.now);
  const contribute: NonNullable<Ports['service']>['contribute'] = (contribution) => {
    given.push(contribution);
    return service.amend(contribution as never);
  };
  const session = openPartySession(published.plan, published.texts['en']?.bundle as never, {
    as,
    draft,
    ports: { ...memory.ports, service: { ...service, contribute } },
    planHash: published.planHash,
    textsHash: 't',
  });
  return { session, given, ...memory };
}

describe('a party’s session', () => {
  it.each([
    ['partner', ['couple'], ['/couple/partnerAgrees', '/couple/partnerSince']],
    ['host', ['person', 'pieces'], ['/home/hostStatement']],
    ['employer', ['work'], ['/work/monthlyPay']],
  ])('of the %s has only the pages that hold something of theirs', (as, steps, asked) => {
    const { session } = openAs(as);
    expect(session.steps().map(({ id }) => id)).toEqual([...steps, 'review']);
    const own = Object.keys(partyPlan(published.plan, as, whole(), days).fields).filter(
      (pointer) => session.field(pointer).askedOf === undefined,
    );
    expect(own).toEqual(asked);
  });

  it('shows what may be seen as read, and cannot change it', () => {
    const { session } = openAs('partner');
    const name = session.field('/person/birthName');
    expect(name).toMatchObject({ shown: true, required: false, value: 'Trần' });
    expect(name.askedOf).toBeDefined();
    session.answer('/person/birthName', 'Other');
    expect(session.field('/person/birthName').value).toBe('Trần');
    expect(session.step().sections[0]?.items.map(({ pointer }) => pointer)).toEqual([
      '/person/birthName',
    ]);
  });

  it.each(['partner', 'host', 'employer', 'guardian', '__proto__'])(
    'of the %s holds nothing else: no other answer, and never what is confidential',
    (as) => {
      const plan = partyPlan(published.plan, as, whole(), days);
      const draft = partyDraft(published.plan, as, whole(), days);
      const sees = Object.hasOwn(published.plan.parties, as)
        ? (published.plan.parties[as]?.sees ?? [])
        : [];
      expect(Object.keys(draft.answers).filter((at) => !sees.includes(at))).toEqual([]);
      expect(Object.keys(plan.fields)).not.toContain('/health');
      expect(JSON.stringify(draft)).not.toContain('business');
      expect(plan.fees).toEqual([]);
      expect(plan.window).toBeUndefined();
    },
  );

  it('says nothing of another pointer', () => {
    const { session } = openAs('host');
    expect(() => session.field('/health')).toThrow(/\/health/);
    expect(() => session.field('/couple/status')).toThrow(/\/couple\/status/);
  });

  it('has no page while it is not known that they are asked', () => {
    const { answers, ...rest } = whole();
    const { '/couple/status': _, ...fewer } = answers;
    const { session } = openAs('partner', { ...rest, answers: fewer });
    expect(session.steps().map(({ id }) => id)).toEqual(['review']);
  });

  it('files a contribution limited to what they were asked', async () => {
    const { session, given } = openAs('employer');
    session.answer('/work/monthlyPay', '1 800');
    expect((await session.file()).is).toBe('amended');
    expect(given).toMatchObject([
      {
        party: 'employer',
        difference: { changes: [{ op: 'set', pointer: '/work/monthlyPay', to: 180000 }] },
      },
    ]);
    const before = versionOf(published.plan, whole(), days);
    const after = applyChanges(before, given[0]?.difference ?? { base: 1, changes: [] });
    expect(after.answers).toEqual({
      ...before.answers,
      work: { employed: true, monthlyPay: 180000 },
    });
  });
});

describe('a contribution', () => {
  it('holds nothing that its party is not asked for, whatever differs', () => {
    const pointers = ['/person/birthName', '/health', '/couple/partnerSince', '/work/monthlyPay'];
    const change = fc.dictionary(fc.constantFrom(...pointers), fc.string({ maxLength: 9 }));
    fc.assert(
      fc.property(change, fc.constantFrom('partner', 'host', 'employer', 'x'), (answers, as) => {
        const before = versionOf(published.plan, whole(), days);
        const draft = { ...whole(), answers: { ...whole().answers, ...answers } };
        const pieces = {
          identity: { is: 'missing', at: '' },
          hostProof: { is: 'missing', at: '' },
        };
        const after = { ...versionOf(published.plan, draft, days), pieces: pieces as never };
        const theirs = {
          partner: ['/couple/partnerSince'],
          host: ['@piece/hostProof'],
          employer: ['/work/monthlyPay'],
          x: [],
        }[as] as readonly string[];
        const { changes } = contributionOf(published.plan, as, before, after, 3);
        expect(changes.map(({ pointer }) => pointer).filter((at) => !theirs.includes(at))).toEqual(
          [],
        );
      }),
      { seed, numRuns: 200, verbose: 1 },
    );
  });
});
