/** Puts what matters first in the tab's title: the number of things to mend, then the step. */
export class PageTitle {
  readonly #before = document.title;

  show(...parts: readonly string[]): void {
    document.title = [...parts, this.#before].filter(Boolean).join(' – ');
  }

  restore(): void {
    document.title = this.#before;
  }
}
