import { freshDraft, openSession, type Session } from '@guichet/engine';
import { memoryPorts, memoryService } from '@guichet/engine/testing';
import { compile } from '@guichet/procedure';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { leaseFiles } from '../fixtures/lease-files.js';
import { mount } from '../fixtures/mount.js';
import { publishedOf } from '../fixtures/open-fixture.js';
import { violations } from '../fixtures/violations.js';
import type { GuichetForm } from '../guichet-form.js';

const now = '2026-11-23T10:00:00+01:00';

/** The lease of several people, with the words of the library's interface. */
async function openLease(): Promise<Session> {
  const { published } = await compile({ id: 'joint-lease', files: leaseFiles });
  const words = published?.texts['en'];
  if (!published || !words) throw new Error('joint-lease does not compile.');
  const { ui } = (await publishedOf('every-kind')).texts['en']?.bundle ?? words.bundle;
  const { id, version, plan, planHash } = published;
  const service = memoryService('administration', () => new Date(now));
  return openSession(
    plan,
    { ...words.bundle, ui },
    {
      draft: freshDraft({
        id: 'D',
        key: 'K',
        procedure: { id, version, planHash },
        startedAt: now,
      }),
      ports: memoryPorts(now, { service }).ports,
      planHash,
      textsHash: words.hash,
      profile: 'administration',
    },
  );
}

function stayIn(session: Session, country: string): void {
  session.addRow('/stays');
  const row = session.group('/stays').rows.at(-1)?.id ?? '';
  session.answer(`/stays/${row}/country`, country);
  session.answer(`/stays/${row}/adult`, 'yes');
}

async function goTo(session: Session, id: string): Promise<GuichetForm> {
  for (let n = 0; n < 30 && session.step().id !== id; n += 1) session.next();
  return mount(session);
}

describe('pieces asked for each row', () => {
  let session: Session;
  let form: GuichetForm;
  let all: Locator;
  const draw = async (step: string) => {
    form = await goTo(session, step);
    all = page.elementLocator(form);
  };

  beforeEach(async () => {
    session = await openLease();
  });
  afterEach(() => form.remove());

  it('stand in one list, under a heading of their own when there are several', async () => {
    stayIn(session, 'DZ');
    stayIn(session, 'VN');
    await draw('pieces');
    await expect.element(all.getByRole('heading', { name: 'Police records' })).toBeVisible();
    await expect
      .element(all.getByRole('group', { name: 'Police record of Algeria' }))
      .toBeVisible();
    expect(await violations(form)).toEqual([]);
  });

  it('have no heading above a single one, and no control while none is known', async () => {
    session.addRow('/stays');
    await draw('pieces');
    const open = all.getByRole('group', { name: 'Police records' });
    await expect.element(open).toBeVisible();
    expect(open.element().querySelector('input, button')).toBeNull();
  });

  it('say what declaring one missing costs before it is declared', async () => {
    stayIn(session, 'DZ');
    await draw('pieces');
    const record = all.getByRole('group', { name: 'Police record of Algeria' });
    const { cost = '' } = session.piece('policeRecord/DZ');
    expect(cost).toMatch(/incomplete/);
    await userEvent.click(record.getByRole('button', { name: /I don’t have it/ }).first());
    await expect.element(record.getByText(cost)).toBeVisible();
    expect(session.piece('policeRecord/DZ').mark).toBeUndefined();
    await userEvent.click(record.getByRole('button', { name: /Declare that I don’t have it/ }));
    await expect.element(record.getByText(cost)).toBeVisible();
    expect(session.piece('policeRecord/DZ').mark?.is).toBe('missing');
  });

  it('ask for the day of a paper that must be recent once there is one, and say that it is old', async () => {
    await draw('pieces');
    const proof = all.getByRole('group', { name: 'Proof of address' });
    await expect.element(proof.getByText(/at most 6 months old/)).toBeVisible();
    expect(proof.element().querySelector('.gui-day')).toBeNull();
    session.attach('homeProof', [{ name: 'a.pdf', size: 10, type: 'application/pdf' }]);
    await userEvent.fill(proof.getByLabelText('Month'), '3');
    await userEvent.fill(proof.getByLabelText('Year'), '2026');
    await expect.element(proof.getByText(/more than 6 months old/)).toBeVisible();
    expect(await violations(form)).toEqual([]);
  });
});

describe('what others give', () => {
  let form: GuichetForm;
  afterEach(() => form.remove());

  it('is shown without a control, with who is asked', async () => {
    const session = await openLease();
    session.answer('/couple/status', 'together');
    form = await goTo(session, 'couple');
    const all = page.elementLocator(form);
    await expect
      .element(all.getByText('This is asked of your partner. You have nothing to do.').first())
      .toBeVisible();
    expect(form.querySelector('[data-pointer="/couple/partnerAgrees"] input')).toBeNull();
    expect(form.querySelector('[data-pointer="/couple/partnerName"] input')).not.toBeNull();
    expect(await violations(form)).toEqual([]);
  });

  it('is listed on the review with the dossiers that go along', async () => {
    const session = await openLease();
    session.answer('/couple/status', 'together');
    form = await goTo(session, 'review');
    const all = page.elementLocator(form);
    await expect
      .element(all.getByRole('group', { name: 'Awaited from other people' }))
      .toBeVisible();
    await expect.element(all.getByText('The lease of your partner')).toBeVisible();
    expect(await violations(form)).toEqual([]);
  });
});
