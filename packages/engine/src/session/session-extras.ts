import { computeValue } from '../compute/compute-value.js';
import { letGo } from '../lookup/let-go.js';
import type { Extras } from '../model/extras.js';
import { gapsOf } from '../rows/gaps-of.js';
import { openTasks, showTasks } from './show/tasks.js';

/** The same for a session: task lists, and answers taken from a list. */
export interface SessionExtras extends Extras {
  readonly letGo: typeof letGo;
  readonly openTasks: typeof openTasks;
  readonly showTasks: typeof showTasks;
}

/** All of it. A page whose plan uses none never loads this module. @internal */
export const sessionExtras: SessionExtras = { computeValue, gapsOf, letGo, openTasks, showTasks };
