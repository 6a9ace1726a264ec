import type { FormContext } from './form-context.js';

/** A guide files nothing: no draft of it is made with a service, whatever the page names. */
export function contextOf(found: FormContext): FormContext {
  return found.procedure.plan.guide ? { ...found, api: '' } : found;
}
