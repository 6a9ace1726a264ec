import type { Connector } from '@guichet/elements';
import { chosenLanguage, keepLanguage } from './kept-language.js';
import { openForm } from './open-form.js';

/** Joins the elements to this device's store and to a service over HTTP; what the script-tag builds plug in. */
export const connector: Connector = {
  openForm,
  chosenLanguage,
  keepLanguage,
  // Loaded when a status is shown: a person who fills in a form does not wait for it.
  async openStatus(request) {
    const { openStatus } = await import('./open-status.js');
    return openStatus(request);
  },
};
