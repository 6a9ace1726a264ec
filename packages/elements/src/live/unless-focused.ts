import { noChange } from 'lit';
import { Directive, directive, type PropertyPart } from 'lit/directive.js';

class UnlessFocused extends Directive {
  #text = '';
  #isWaiting = false;

  override render(text: string): unknown {
    return text;
  }

  override update(part: PropertyPart, [text]: [string]): unknown {
    const control = part.element as HTMLInputElement;
    const { activeElement } = control.getRootNode() as Document | ShadowRoot;
    this.#text = text;
    // Compared with the control, not with what was written last: the person may have written since.
    if (control.value === text) return noChange;
    if (control !== activeElement) control.value = text;
    else this.#afterBlur(control);
    return noChange;
  }

  /** Another page may have answered meanwhile, and leaving a field changes nothing: nobody would draw it again. */
  #afterBlur(control: HTMLInputElement): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    const write = (): void => {
      this.#isWaiting = false;
      if (control.value !== this.#text) control.value = this.#text;
    };
    control.addEventListener('blur', write, { once: true });
  }
}

/**
 * Binds `.value` of a text control and leaves it alone while the person is in it:
 * a text tidied under the caret ("3" becoming "03") cannot be typed.
 */
export const unlessFocused = directive(UnlessFocused);
