import { nothing } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';

/** How long typing has to pause before what it changed elsewhere is said. */
const pause = 1000;

class Spoken extends AsyncDirective {
  #said: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override render(text: string, say: (text: string) => void): unknown {
    // What a page shows when it opens is read with the page.
    const isNews = this.#said !== undefined && this.#said !== text;
    this.#said = text;
    if (isNews) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => say(text), pause);
    }
    return nothing;
  }

  override disconnected(): void {
    clearTimeout(this.#timer);
  }
}

/** Draws nothing: says a text when it becomes another, once it has stopped changing. An empty text is silence. */
export const spoken = directive(Spoken);
