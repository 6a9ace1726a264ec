import type { FilingOutcome, FormSession, Session } from '@guichet/engine';
import type { Day } from '@guichet/procedure';

/** Where filing stands in the page: nothing pressed, on its way, or answered. */
export type FilingState =
  | { readonly is: 'idle' }
  | { readonly is: 'sending' }
  | { readonly is: 'answered'; readonly outcome: FilingOutcome };

/**
 * The three ways of sending. While one is on its way a second press is the same
 * press; whatever happens, the session keeps one idempotency key.
 */
export class Filing {
  state: FilingState = { is: 'idle' };
  readonly #session: FormSession;
  readonly #changed: (answer?: FilingOutcome) => void;
  #last: (session: Session) => Promise<FilingOutcome> = (session) => session.file();

  constructor(session: FormSession, changed: (answer?: FilingOutcome) => void) {
    this.#session = session;
    this.#changed = changed;
  }

  file(): Promise<void> {
    return this.#send((session) => session.file());
  }

  amend(reason: string): Promise<void> {
    return this.#send((session) => session.amend(reason));
  }

  fileOn(day: Day | null): Promise<void> {
    return this.#send((session) => session.fileOn(day));
  }

  /** Calls the planned filing off; the answers are there again once the service has heard it. */
  async callOff(): Promise<void> {
    await this.fileOn(null);
    if (this.state.is === 'answered' && this.state.outcome.is === 'scheduled') this.reset();
  }

  /** Does again what the service did not answer. */
  retry(): Promise<void> {
    return this.#send(this.#last);
  }

  /** Shows a receipt that is already there. */
  show(outcome: Extract<FilingOutcome, { is: 'filed' | 'prepared' }>): void {
    this.#set({ is: 'answered', outcome });
  }

  /** Back to the answers; nothing that was sent is undone. */
  reset(): void {
    this.#set({ is: 'idle' });
  }

  async #send(act: (session: Session) => Promise<FilingOutcome>): Promise<void> {
    if (this.state.is === 'sending') return;
    this.#last = act;
    this.#set({ is: 'sending' });
    let outcome: FilingOutcome = { is: 'unreachable' };
    try {
      outcome = await act(await this.#session.whole());
    } finally {
      this.state = { is: 'answered', outcome };
      this.#changed(outcome);
    }
  }

  #set(state: FilingState): void {
    this.state = state;
    this.#changed();
  }
}
