import type { FormConnection } from '@guichet/elements';
import type { Receipt } from '@guichet/engine';
import { openLocalStore } from '@guichet/gateway';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connector } from './connector.js';
import { restoreDraft } from './restore-draft.js';
import { published, serveFolder } from './testing/served.js';

const folder = '/procedures/student-permit-renewal/';
let stopServing: () => void;
let open: FormConnection[] = [];

beforeEach(async () => {
  await clear();
  stopServing = serveFolder(folder, published);
});
afterEach(() => {
  for (const connection of open) connection.close();
  open = [];
  stopServing();
});

async function openForm(
  options: { lang?: string; api?: string; draft?: string } = {},
): Promise<FormConnection> {
  const connection = await connector.openForm({ src: folder, api: '', lang: 'fr', ...options });
  open.push(connection);
  return connection;
}

/** Waits until what was typed is said to be kept. */
async function saved({ session }: FormConnection): Promise<void> {
  for (let tries = 0; session.save().state !== 'saved'; tries += 1) {
    if (tries > 200) throw new Error(`still ${session.save().state}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 200) throw new Error('What was awaited did not come.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a form opened from its folder', () => {
  it('learns what follows filing once the form is there, and says the form at once', async () => {
    const { session } = await openForm();
    expect(session.say('continue')).toBe('Continuer');
    expect(session.texts.states).toEqual({});
    await expect.poll(() => Object.keys(session.texts.states).length).toBeGreaterThan(0);
    expect(session.say('turn.holder')).not.toBe('turn.holder');
  });

  it('speaks the language asked for, or the reference language when the procedure lacks it', async () => {
    expect((await openForm({ lang: 'ar' })).session.texts).toMatchObject({
      lang: 'ar',
      dir: 'rtl',
    });
    const unforeseen = await openForm({ lang: 'ti' });
    expect(unforeseen.session.texts.lang).toBe('fr');
    expect(unforeseen.languages).toEqual(published.plan.languages);
  });

  it('keeps answers and page for the next opening', async () => {
    const first = await openForm();
    first.session.answer('/currentPermit/type', 'residence-permit');
    await saved(first);
    first.close();
    const second = await openForm();
    await saved(second);
    expect(second.session.field('/currentPermit/type').value).toBe('residence-permit');
    expect(second.session.step().id).toBe(first.session.step().id);
    expect(second.session.save()).toMatchObject({ device: true, service: false });
  });

  it('opens another draft beside it when asked, and goes on with the last touched', async () => {
    const first = await openForm();
    first.session.answer('/currentPermit/type', 'residence-permit');
    await saved(first);
    const second = await first.startAnother();
    open.push(second);
    expect(second.session.field('/currentPermit/type').value).toBeUndefined();
    second.session.answer('/currentPermit/type', 'long-stay-visa');
    await saved(second);
    const third = await openForm();
    expect(third.session.field('/currentPermit/type').value).toBe('long-stay-visa');
  });

  it('follows what another page writes on the same draft, both ways', async () => {
    const first = await openForm();
    first.session.answer('/currentPermit/type', 'residence-permit');
    await saved(first);
    const second = await openForm();
    second.session.answer('/currentPermit/type', 'long-stay-visa');
    await until(() => first.session.field('/currentPermit/type').value === 'long-stay-visa');
    first.session.answer('/currentPermit/type', 'residence-permit');
    await until(() => second.session.field('/currentPermit/type').value === 'residence-permit');
  });

  it('opens the draft that became a dossier, by the dossier, whatever was begun since', async () => {
    const first = await openForm();
    first.session.answer('/currentPermit/type', 'residence-permit');
    await saved(first);
    const store = await openLocalStore();
    const [draft] = (await store?.drafts(published.id)) ?? [];
    const receipt = { dossier: 'the-dossier', version: 1 } as unknown as Receipt;
    await store?.keepReceipt({ draft: draft?.id ?? '', receipt });
    store?.close();
    const second = await first.startAnother();
    open.push(second);
    second.session.answer('/currentPermit/type', 'long-stay-visa');
    await saved(second);
    const amending = await openForm({ draft: 'the-dossier' });
    expect(amending.session.field('/currentPermit/type').value).toBe('residence-permit');
    expect(amending.session.filed?.dossier).toBe('the-dossier');
  });

  it('keeps drafts for one service apart from those for another', async () => {
    const first = await openForm({ api: 'https://one.example' });
    first.session.answer('/currentPermit/type', 'residence-permit');
    await saved(first);
    const other = await openForm({ api: 'https://two.example' });
    expect(other.session.field('/currentPermit/type').value).toBeUndefined();
  });

  it('still opens when the service is away, and says that the device keeps it', async () => {
    const connection = await openForm({ api: 'https://nobody.example' });
    connection.session.answer('/currentPermit/type', 'residence-permit');
    await saved(connection);
    expect(connection.session.save()).toMatchObject({ device: true, service: false });
  });

  it('keeps the files chosen where there is no service, for the next opening and for a capsule', async () => {
    const first = await openForm();
    const bytes = new File(['%PDF-1.4'], 'passport.pdf', { type: 'application/pdf' });
    (await first.session.whole()).attach('identityDocument', [bytes]);
    await saved(first);
    const store = await openLocalStore();
    const [draft] = (await store?.drafts(published.id)) ?? [];
    const files = async () => (await store?.files(draft?.id ?? '')) ?? [];
    for (let tries = 0; (await files()).length === 0 && tries < 100; tries += 1) await saved(first);
    expect(await (await files())[0]?.bytes.text()).toBe('%PDF-1.4');
    const second = await openForm();
    const whole = await second.session.whole();
    const [file] = whole.piece('identityDocument').files;
    expect(file).toMatchObject({ name: 'passport.pdf', state: 'chosen' });
    whole.detach('identityDocument', file?.id ?? '');
    for (let tries = 0; (await files()).length > 0 && tries < 100; tries += 1) await saved(second);
    expect(await files()).toEqual([]);
    store?.close();
  });

  it('brings a draft of an older version forward with every answer, and names what is new', async () => {
    const first = await openForm();
    first.session.answer('/currentPermit/type', 'residence-permit');
    await saved(first);
    first.close();
    stopServing();
    stopServing = serveFolder(folder, nextVersion());
    const second = await openForm();
    expect(second.moved).toMatchObject({
      from: published.version,
      to: '9.0.0',
      newPointers: ['/added'],
    });
    expect(second.session.news).toMatchObject({ from: published.version, added: ['/added'] });
    expect(second.session.field('/added').isNew).toBe(true);
    expect(second.session.field('/currentPermit/type').isNew).toBeUndefined();
    expect(second.session.field('/currentPermit/type').value).toBe('residence-permit');
    await saved(second);
    expect((await openForm()).moved).toBeUndefined();
  });
});

describe('a capsule', () => {
  it('brings the whole draft back to a device that knows nothing of it', async () => {
    const first = await openForm();
    first.session.answer('/currentPermit/type', 'residence-permit');
    await saved(first);
    const file = await first.capsule();
    const dialog = document.querySelector('dialog');
    const code = dialog?.querySelector('output')?.textContent ?? '';
    dialog?.close();
    first.close();
    await clear();
    expect(await restoreDraft(file, 'not the code')).toBe('code-miscopied');
    expect(await restoreDraft(file, code)).toBe('restored');
    const second = await openForm();
    expect(second.session.field('/currentPermit/type').value).toBe('residence-permit');
  });

  it('is opened by the form itself, before and after a reload, and says why when it cannot be', async () => {
    const first = await openForm();
    first.session.answer('/currentPermit/type', 'residence-permit');
    await saved(first);
    const file = await first.capsule();
    const dialog = document.querySelector('dialog');
    const code = dialog?.querySelector('output')?.textContent ?? '';
    dialog?.close();
    first.close();
    await clear();
    const fresh = await openForm();
    fresh.session.answer('/currentPermit/type', 'long-stay-visa');
    await saved(fresh);
    expect(await fresh.restore?.(new Blob(['hello']), code)).toMatchObject({ why: 'no-capsule' });
    expect(await fresh.restore?.(file, 'A')).toMatchObject({ why: 'code-miscopied' });
    const foreign = new Blob([(await file.text()).replace(published.id, 'another-procedure')]);
    expect(await fresh.restore?.(foreign, code)).toMatchObject({ why: 'other-procedure' });
    const answer = await fresh.restore?.(file, code);
    if (answer?.is !== 'restored') throw new Error(answer?.why);
    open.push(answer.connection);
    const { session } = answer.connection;
    expect(session.field('/currentPermit/type').value).toBe('residence-permit');
    expect((await openForm()).session.field('/currentPermit/type').value).toBe('residence-permit');
  });
});

function nextVersion(): typeof published {
  const field = { kind: 'text', schema: { type: 'string', maxLength: 10 } } as const;
  const plan = {
    ...published.plan,
    version: '9.0.0',
    fields: { ...published.plan.fields, '/added': field },
  };
  return { ...published, version: '9.0.0', planHash: 'f'.repeat(64), plan };
}

async function clear(): Promise<void> {
  const store = await openLocalStore();
  for (const draft of (await store?.drafts(published.id)) ?? []) await store?.forget(draft.id);
  store?.close();
}
