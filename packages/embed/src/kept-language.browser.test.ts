import { registerGuichet, type GuichetForm } from '@guichet/elements';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connector } from './connector.js';
import { published, serveFolder } from './testing/served.js';

const folder = '/procedures/student-permit-renewal/';
let stopServing: () => void;
let told: string[] = [];
const hear = (event: Event): void => void told.push((event as CustomEvent).detail.lang);

beforeEach(() => {
  localStorage.clear();
  told = [];
  document.documentElement.lang = 'fr';
  stopServing = serveFolder(folder, published);
  registerGuichet({ connect: connector });
  addEventListener('guichet-language', hear);
});
afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  removeEventListener('guichet-language', hear);
  stopServing();
});

/** A visit: the page as its host wrote it, once the form is there. */
async function visit(src = folder): Promise<GuichetForm> {
  const form = document.createElement('guichet-form') as GuichetForm;
  form.setAttribute('src', src);
  form.setAttribute('lang', 'fr');
  document.body.replaceChildren(form);
  await expect.poll(() => form.querySelector('.gui-title')).not.toBeNull();
  return form;
}
const spoken = (form: GuichetForm): string | null | undefined =>
  form.querySelector('.gui-root')?.getAttribute('lang');

it('speaks the language chosen at the last visit, and tells the page around it', async () => {
  const first = await visit();
  expect([spoken(first), told]).toEqual(['fr', []]);
  first.querySelector<HTMLElement>('.gui-language[lang=ar]')?.click();
  await expect.poll(() => spoken(first)).toBe('ar');
  told = [];
  const second = await visit();
  expect([spoken(second), told]).toEqual(['ar', ['ar']]);
});

it('remembers it for this procedure alone', async () => {
  const form = await visit();
  form.querySelector<HTMLElement>('.gui-language[lang=en]')?.click();
  await expect.poll(() => spoken(form)).toBe('en');
  expect(connector.chosenLanguage?.(folder)).toBe('en');
  expect(connector.chosenLanguage?.('/procedures/another/')).toBeUndefined();
});
