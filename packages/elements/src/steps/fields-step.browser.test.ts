import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../fixtures/mount.js';
import { openFixture } from '../fixtures/open-fixture.js';

afterEach(() => document.body.replaceChildren());

it('says the heading of a section only while something is asked in it', async () => {
  const continued = ['permit', 'nationality', 'names', 'birth', 'travelDocument', 'contact'];
  const session = await openFixture('student-permit-renewal', {
    lang: 'en',
    draft: {
      answers: { '/currentPermit/type': 'temporary-card', '/currentPermit/mention': 'student' },
      continued,
      at: 'home',
    },
  });
  expect(session.step().id).toBe('home');
  const form = await mount(session);
  const titled = session.step().sections.filter(({ title }) => title !== '');
  const heading = (title: string) =>
    page.elementLocator(form).getByRole('heading', { name: title, exact: true });
  expect(titled.length).toBeGreaterThan(2);
  for (const { title } of titled) expect(heading(title).query(), title).toBeNull();

  session.answer('/home/situation', 'hosted');
  const asked = titled.filter(({ items }) =>
    items.some(({ pointer }) => session.field(pointer).shown),
  );
  expect(asked.length).toBeGreaterThan(0);
  for (const section of titled) {
    if (asked.includes(section)) await expect.element(heading(section.title)).toBeVisible();
    else expect(heading(section.title).query(), section.title).toBeNull();
  }
});
