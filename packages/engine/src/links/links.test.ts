import { describe, expect, it } from 'vitest';
import { freshDraft } from '../draft/fresh-draft.js';
import { compileJointLease } from '../fixtures/joint-lease.js';
import { libraryCard } from '../fixtures/library-card.js';
import { versionOf } from '../versions/version-of.js';
import { draftFromLink } from './draft-from-link.js';
import { linkedDrafts } from './linked-drafts.js';

const procedure = { id: 'joint-lease', version: '1.0.0', planHash: 'p' };
const identity = { id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' };
const days = { today: '2026-11-23', filing: '2026-11-23' };
const at = '2026-11-23T10:00:00Z';
const draft = {
  ...freshDraft(identity),
  rows: { '/children': ['ra', 'rb'] },
  answers: {
    '/home/postCode': '75011',
    '/home/situation': 'own',
    '/couple/status': 'together',
    '/children/ra/firstNames': 'Mai',
    '/children/ra/birth': '2015-05-05',
    '/children/ra/wantsCard': true,
    '/children/rb/wantsCard': false,
  },
};

describe('linked drafts', () => {
  it('are the same from a draft and from the version it amounts to', async () => {
    const { plan } = await compileJointLease();
    const version = versionOf(plan, draft, days);
    expect(linkedDrafts(plan, version, days, at)).toEqual(linkedDrafts(plan, draft, days, at));
  });

  it('carry whole groups with their rows', async () => {
    const { plan } = await compileJointLease();
    const lease = linkedDrafts(plan, draft, days, at).find(({ link }) => link === 'partnerLease');
    expect(lease?.rows).toEqual({ '/children': ['ra', 'rb'] });
    expect(lease?.answers).toMatchObject({
      '/home/postCode': '75011',
      '/children/ra/firstNames': 'Mai',
    });
  });

  it('begin the other dossier, without what its plan does not ask', async () => {
    const { plan } = await compileJointLease();
    const [card] = linkedDrafts(plan, draft, days, at);
    const { '/home': _, ...marks } = { ...card?.marks };
    const stray = { ...card, answers: { ...card?.answers, '/nowhere': 1 }, marks } as typeof card &
      object;
    const made = draftFromLink(libraryCard.plan, stray, { ...identity, id: 'E' });
    expect(made.answers).toEqual({
      '/person/birth': '2015-05-05',
      '/home/postCode': '75011',
    });
    expect(
      Object.values(made.marks).every(({ is, from }) => is === 'taken' && from === 'joint-lease'),
    ).toBe(true);
    expect(made.id).toBe('E');
  });
});
