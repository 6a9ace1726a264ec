/** Puts what matters first in the tab's title: the number of things to mend, then the step. */
export class PageTitle {
  readonly #before = document.title;

  show(title: string): void {
    document.title = [title, this.#before].filter(Boolean).join(' – ');
  }

  restore(): void {
    document.title = this.#before;
  }
}
