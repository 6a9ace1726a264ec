import type { FormRequest } from '@guichet/elements';
import type { OperatorView } from '@guichet/engine';
import type { LocalStore } from '@guichet/gateway';
import type { LoadedProcedure } from './load-procedure.js';

/** What stays the same for every draft opened by one form. */
export interface FormContext {
  readonly procedure: LoadedProcedure;
  /** Empty: no service, or a guide, which has nothing to send. */
  readonly api: string;
  /** What the element asked for. */
  readonly request: FormRequest;
  readonly store: LocalStore | undefined;
  readonly operator: OperatorView | undefined;
}
