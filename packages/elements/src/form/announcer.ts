/**
 * Writes into a live region that was in the page beforehand (WCAG 4.1.3).
 *
 * Messages of one moment are joined; the region is emptied first, so that the
 * same words said twice are heard twice.
 */
export class Announcer {
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #region: () => Element | null | undefined;

  constructor(region: () => Element | null | undefined) {
    this.#region = region;
  }

  say(text: string): void {
    if (!text || this.#waiting.includes(text)) return;
    this.#waiting.push(text);
    const region = this.#region();
    if (region) region.textContent = '';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#speak(), 100);
  }

  #speak(): void {
    const region = this.#region();
    const [only, ...more] = this.#waiting;
    if (region)
      region.textContent = more.length === 0 ? (only ?? '') : this.#waiting.map(ended).join(' ');
    this.#waiting = [];
  }
}

/** Two messages read in one breath must not run together. */
function ended(text: string): string {
  return /[.!?؟…:]\s*$/u.test(text) ? text : `${text}.`;
}
