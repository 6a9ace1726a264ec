import { expect, it } from 'vitest';
import { registerGuichet } from './register-guichet.js';
import { Life } from './status/testing/life.js';

/** Whether the browser was asked, since the list was cleared, for what a status page draws. */
const isAsked = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('status-page'));

it('draws a status put in the page at any time, and watches nothing until then', async () => {
  const failing = (): Promise<never> => Promise.reject(new Error('away'));
  const observed: unknown[] = [];
  const { observe } = MutationObserver.prototype;
  MutationObserver.prototype.observe = function (target, options) {
    observed.push(target);
    observe.call(this, target, options);
  };
  registerGuichet({ connect: { openForm: failing, openStatus: failing } });
  MutationObserver.prototype.observe = observe;
  expect(observed).toEqual([]);
  performance.clearResourceTimings();

  const status = document.createElement('guichet-status');
  status.append('What is shown without JavaScript');
  Object.assign(status, { connection: new Life('filed', 'en') });
  document.body.append(status);
  expect(status.textContent).toBe('What is shown without JavaScript');
  await expect.poll(() => status.querySelector('.gui-st-label')?.textContent).toBeTruthy();
  expect(status.textContent).not.toContain('What is shown without JavaScript');
  expect(isAsked()).toBe(true);
});
