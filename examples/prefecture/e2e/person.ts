import type { Locator, Page } from 'playwright-core';

/**
 * Somebody who uses the page by keyboard alone and knows it by what a screen reader says: roles and
 * accessible names. It never clicks, never focuses by script and reads no class, id or test mark.
 */
export class Person {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Tabs until one of what `wanted` names has the focus. */
  async reach(wanted: Locator): Promise<void> {
    await wanted.first().waitFor();
    for (let tabs = 0; tabs < 150; tabs += 1) {
      if (await this.hasFocus(wanted)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`150 tabs did not lead to ${String(wanted)}.`);
  }

  /** Types into a text box. */
  async type(name: string | RegExp, text: string): Promise<void> {
    await this.reach(this.page.getByRole('textbox', { name }));
    await this.replace(text);
  }

  /** Types a day into the parts of a date. */
  async day(group: string | RegExp, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    const parts = this.page.getByRole('group', { name: group });
    for (const [name, text] of [
      ['Jour', date],
      ['Mois', month],
      ['Année', year],
    ] as const) {
      if (text === '') continue;
      await this.reach(parts.getByRole('textbox', { name }));
      await this.replace(text);
    }
  }

  /** Goes through the radio buttons of a group to the one wanted. */
  async choose(group: string | RegExp, option: string): Promise<void> {
    const radios = this.page.getByRole('radiogroup', { name: group }).getByRole('radio');
    const wanted = this.page
      .getByRole('radiogroup', { name: group })
      .getByRole('radio', { name: option, exact: true });
    await this.reach(radios);
    if (await this.hasFocus(wanted)) return this.page.keyboard.press('Space');
    for (let steps = await radios.count(); steps > 0; steps -= 1) {
      await this.page.keyboard.press('ArrowDown');
      if (await this.hasFocus(wanted)) return;
    }
    throw new Error(`No option "${option}" was met.`);
  }

  /** Picks from a list by typing its first letters. */
  async pick(name: string | RegExp, option: string): Promise<void> {
    const list = this.page.getByRole('combobox', { name });
    await this.reach(list);
    await this.page.keyboard.type(option);
    const shown = await list.evaluate(
      (one) => (one as HTMLSelectElement).selectedOptions[0]?.label,
    );
    if (shown !== option) throw new Error(`The list shows "${shown}" instead of "${option}".`);
  }

  async tick(name: string | RegExp): Promise<void> {
    const box = this.page.getByRole('checkbox', { name });
    await this.reach(box);
    if (!(await box.isChecked())) await this.page.keyboard.press('Space');
  }

  async press(name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.reach(this.page.getByRole('button', { name }));
    await this.page.keyboard.press(key);
  }

  /** Goes on, and waits for the page of that title. */
  async continueTo(title: string | RegExp): Promise<void> {
    await this.press(/^Continuer$/);
    await this.page.getByRole('heading', { name: title, exact: true }).first().waitFor();
  }

  private async replace(text: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  private async hasFocus(wanted: Locator): Promise<boolean> {
    return wanted.evaluateAll((all) => all.some((one) => one === one.ownerDocument.activeElement));
  }
}
