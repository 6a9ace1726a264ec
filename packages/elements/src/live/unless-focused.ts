import { noChange } from 'lit';
import { Directive, directive, type PropertyPart } from 'lit/directive.js';

class UnlessFocused extends Directive {
  override render(text: string): unknown {
    return text;
  }

  override update(part: PropertyPart, [text]: [string]): unknown {
    const control = part.element as HTMLInputElement;
    const { activeElement } = control.getRootNode() as Document | ShadowRoot;
    // Compared with the control, not with what was written last: the person may have written since.
    if (control !== activeElement && control.value !== text) control.value = text;
    return noChange;
  }
}

/**
 * Binds `.value` of a text control and leaves it alone while the person is in it:
 * a text tidied under the caret ("3" becoming "03") cannot be typed.
 */
export const unlessFocused = directive(UnlessFocused);
