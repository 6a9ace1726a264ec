import axe from 'axe-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { GuichetStatus } from './guichet-status.js';
import { commandsOf, type CommandName } from '@guichet/engine/dossier';
import { Life, lives } from './testing/life.js';

let element: GuichetStatus;
let life: Life;

beforeAll(() => {
  if (!customElements.get('guichet-status')) customElements.define('guichet-status', GuichetStatus);
});
beforeEach(() => (document.documentElement.lang = 'fr'));
afterEach(() => document.body.replaceChildren());

async function open(name: string, lang = 'fr'): Promise<GuichetStatus> {
  life = new Life(name, lang);
  element = document.createElement('guichet-status') as GuichetStatus;
  element.connection = life;
  element.headingLevel = 1;
  document.body.append(element);
  await element.updateComplete;
  return element;
}
const text = () => element.innerText.replaceAll('\u00a0', ' ');
const button = (name: RegExp) => {
  const found = [...element.querySelectorAll('button')].find(({ innerText }) =>
    name.test(innerText),
  );
  if (!found) throw new Error(`No button says ${name}.`);
  return found;
};

describe('<guichet-status>', () => {
  it('says where a filed dossier stands, whose turn it is, and the legal date in full', async () => {
    await open('filed');
    expect(text()).toContain('Demande déposée');
    expect(text()).toContain('C’est au service d’agir');
    expect(text()).toContain('Au plus tard le 21 février 2027');
    expect(text()).toMatch(/Encore 89 jours/);
    expect(text()).toContain('Dans les délais.');
    expect(text()).toContain('23 novembre 2026 à 10:14');
  });
  it('shows what comes next in the timeline, after all that happened', async () => {
    await open('examination');
    const events = [...element.querySelectorAll('.gui-st-event')];
    expect(events.length).toBeGreaterThan(2);
    expect(events.at(-1)?.classList).toContain('gui-st-next');
    expect(text()).toContain('Claire Petit, attachée – Bureau du séjour');
  });
  it('makes the person’s turn the loudest thing of the page', async () => {
    await open('piecesRequested');
    const turn = element.querySelector<HTMLElement>('.gui-st-turn');
    expect(turn?.innerText).toBe('C’est à vous d’agir');
    expect(element.querySelector('.gui-st-acts .gui-main')?.textContent).toContain(
      'Donner les pièces',
    );
    expect(element.querySelectorAll('.gui-main').length).toBe(1);
  });
  it('says late, and never that the late person is refused', async () => {
    await open('late');
    expect(text()).toContain('Après le délai.');
  });
  it('never says filed of a dossier that was only prepared, in any language', async () => {
    for (const lang of ['fr', 'en']) {
      await open('prepared', lang);
      expect(text()).not.toMatch(/dépos|filed|filing/i);
      expect(element.querySelector('.gui-not-sent')).not.toBeNull();
      element.remove();
    }
    await open('transmitted');
    expect(element.querySelector('.gui-not-sent')).toBeNull();
  });
  it('asks before withdrawing, does it, and says that it can be undone', async () => {
    await open('filed');
    await userEvent.click(button(/Retirer ma demande/));
    expect(text()).toContain('Vous avez 7 jours');
    await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
    await userEvent.keyboard('Je pars');
    const panel = element.querySelector('.gui-st-panel .gui-main');
    await userEvent.click(panel ?? element);
    await expect.poll(text).toContain('Retrait demandé');
    expect(life.commands).toEqual([{ name: 'withdraw', body: { reason: 'Je pars' } }]);
    await userEvent.click(button(/Annuler le retrait/));
    await expect.poll(text).toContain('Demande déposée');
  });
  it('keeps what is being written when news arrive, and announces them once', async () => {
    await open('filed');
    await userEvent.click(button(/Signaler une panne/));
    await userEvent.type(element.querySelector('textarea') ?? element, 'page blanche');
    life.live({ at: '2026-12-05T08:30:00Z', by: 'officer', do: { do: 'take' } });
    await expect.poll(text).toContain('Demande à l’étude');
    expect(element.querySelector('textarea')?.value).toBe('page blanche');
    await expect
      .poll(() => element.querySelector('.gui-live')?.textContent)
      .toMatch(/Demande à l’étude|status\.news/);
  });
  it('says why when the service refuses, and loses nothing', async () => {
    await open('examination');
    life.command = async () => ({ ok: false, message: 'Trop tard.' });
    await userEvent.click(button(/Retirer ma demande/));
    await userEvent.click(element.querySelector('.gui-st-panel .gui-main') ?? element);
    await expect.poll(text).toContain('Cela n’a pas marché : Trop tard.');
  });
  it('asks the host to open the form, without saying what was answered', async () => {
    await open('piecesRequested');
    const asked: unknown[] = [];
    element.addEventListener('guichet-amend', (event) => asked.push((event as CustomEvent).detail));
    await userEvent.click(button(/Donner les pièces/));
    expect(asked).toEqual([
      { dossier: 'dossier', reference: 'K7QM-2P4X-9RTD', because: 'supply-pieces' },
    ]);
  });
  it('shows an attestation where it is listed', async () => {
    await open('filed');
    await userEvent.click(button(/Voir l’attestation/));
    await expect
      .poll(() => element.querySelector('.gui-att svg'), { timeout: 10_000 })
      .not.toBeNull();
    expect(element.querySelector('.gui-att-check')?.textContent).toMatch(/^\d{4} \d{4} \d{4}$/);
    await userEvent.click(button(/^Fermer$/));
    await expect.poll(() => element.querySelector('.gui-att')).toBeNull();
  });
  it('changes language, direction and words, and keeps focus there', async () => {
    await open('filed');
    await userEvent.click(button(/العربية/));
    await expect.poll(() => element.querySelector('.gui-root')?.getAttribute('dir')).toBe('rtl');
    expect(document.activeElement?.getAttribute('lang')).toBe('ar');
    expect(element.lang).toBe('ar');
  });
  it('goes on saying the truth after a translator rewrote the page', async () => {
    await open('filed');
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    for (const node of nodes.filter(({ data }) => data.trim())) {
      const font = document.createElement('font');
      node.replaceWith(font);
      font.append(node.data);
    }
    life.live({ at: '2026-12-05T08:30:00Z', by: 'officer', do: { do: 'take' } });
    await element.updateComplete;
    expect(element.querySelector<HTMLElement>('.gui-st-now')?.innerText).toContain(
      'Demande à l’étude',
    );
    expect(element.querySelector<HTMLElement>('.gui-st-now')?.innerText).not.toContain(
      'Personne ne l’étudie encore',
    );
    expect(text()).toContain('Un agent étudie le dossier');
  });
  it('speaks the language chosen at an earlier visit, says so to the page, and remembers the next', async () => {
    const { plug } = await import('../connector.js');
    let kept = 'ar';
    const told: unknown[] = [];
    const hear = (event: Event): void => void told.push((event as CustomEvent).detail);
    addEventListener('guichet-language', hear);
    plug({
      openForm: () => Promise.reject(new Error('not here')),
      openStatus: async ({ lang }) => new Life('filed', lang),
      chosenLanguage: () => kept,
      keepLanguage: (_src, lang) => void (kept = lang),
    });
    element = document.createElement('guichet-status') as GuichetStatus;
    element.src = '/x/';
    document.body.append(element);
    await expect.poll(() => element.querySelector('.gui-root')?.getAttribute('dir')).toBe('rtl');
    expect(told).toEqual([{ lang: 'ar', dir: 'rtl' }]);
    await expect.poll(() => element.querySelector('.gui-language[lang=en]')).not.toBeNull();
    element.querySelector<HTMLElement>('.gui-language[lang=en]')?.click();
    await expect.poll(() => kept).toBe('en');
    expect(element.querySelector('.gui-root')?.getAttribute('dir')).toBe('ltr');
    removeEventListener('guichet-language', hear);
  });
  it('says that it could not open, and offers to try again', async () => {
    element = document.createElement('guichet-status') as GuichetStatus;
    const failing = async () => Promise.reject(new Error('away'));
    const { plug } = await import('../connector.js');
    plug({ openForm: failing, openStatus: async () => life });
    life = new Life('filed');
    element.src = '/x/';
    document.body.append(element);
    await expect.poll(text).toContain('Demande déposée');
  });
});

describe('each life', () => {
  it.each(Object.keys(lives))('%s: notes of the history are words, and each act does something', async (name) => {
    await open(name);
    const codes = [
      ...life.view().attestations.map(({ kind }) => kind),
      ...life.view().clocks.map((clock) => clock.name),
      ...life.view().timeline.map(({ type }) => type),
    ];
    const notes = [...element.querySelectorAll('.gui-st-note, .gui-st-what')];
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes) expect(codes).not.toContain(note.textContent?.trim());
    expect(life.view().can).toContain('message');
    const heard: string[] = [];
    element.addEventListener('guichet-amend', () => heard.push('amend'));
    const acts = [...element.querySelectorAll<HTMLElement>('[data-act]')];
    for (const { dataset } of acts) {
      const act = dataset['act'] ?? '';
      const isEvent = act === 'amend' || act === 'supply-pieces';
      expect(isEvent || commandsOf('holder').includes(act as CommandName), act).toBe(true);
      const button = element.querySelector<HTMLElement>(`[data-act="${act}"]`);
      if (isEvent) button?.click();
      if (isEvent) expect(heard.splice(0)).toEqual(['amend']);
    }
  });
});

describe('each state that a person can meet', () => {
  it.each(Object.keys(lives).flatMap((name) => ['fr', 'ar'].map((lang) => [name, lang] as const)))(
    '%s in %s has no fault that axe finds',
    async (name, lang) => {
      await open(name, lang);
      const shown = element.querySelector<HTMLElement>('.gui-st-attestation button');
      shown?.click();
      if (shown)
        await expect
          .poll(() => element.querySelector('.gui-att svg'), { timeout: 10_000 })
          .not.toBeNull();
      const { violations } = await axe.run(element);
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(element.querySelector('.gui-st-label')?.textContent).not.toMatch(/^journey\./);
    },
  );
});
