import type { FilingOutcome, FormSession, OperatorView } from '@guichet/engine';
import type { Pointer } from '@guichet/procedure';
import { Filing } from '../filing/filing.js';
import { Hub } from '../live/hub.js';
import type { FormScope } from './form-scope.js';
import { idOf } from './scope.js';

/** What a scope needs of the element that holds it. */
export interface Holder {
  readonly prefix: string;
  readonly level: number;
  readonly operator: OperatorView | undefined;
  readonly capsule: (() => Promise<Blob>) | undefined;
  readonly startAnother: (() => void) | undefined;
  readonly restore: FormScope['restore'];
  readonly openOther: FormScope['openOther'];
  readonly follow: string;
  announce(text: string): void;
  root(): Document | ShadowRoot;
  focusLater(id: string): void;
  answered(pointer: Pointer): void;
  /** Filing was pressed, left or answered; `answer` is new. */
  filed(answer: FilingOutcome | undefined): void;
}

/** One session drawn by one element: made when the session opens, thrown away with it. */
export class LiveScope implements FormScope {
  readonly hub = new Hub();
  readonly opened = new Set<string>();
  readonly session: FormSession;
  readonly filing: Filing;
  readonly #holder: Holder;

  constructor(session: FormSession, holder: Holder) {
    this.session = session;
    this.#holder = holder;
    this.filing = new Filing(session, (answer) => {
      this.hub.touch(['@filing']);
      holder.filed(answer);
    });
  }

  get operator(): OperatorView | undefined {
    return this.#holder.operator;
  }
  get prefix(): string {
    return this.#holder.prefix;
  }
  get level(): number {
    return this.#holder.level;
  }
  get capsule(): (() => Promise<Blob>) | undefined {
    return this.#holder.capsule;
  }
  get startAnother(): (() => void) | undefined {
    return this.#holder.startAnother;
  }
  get restore(): FormScope['restore'] {
    return this.#holder.restore;
  }
  get openOther(): FormScope['openOther'] {
    return this.#holder.openOther;
  }
  get follow(): string {
    return this.#holder.follow;
  }

  readonly say = (key: string, params?: Readonly<Record<string, unknown>>): string =>
    this.session.say(key, params);

  id(pointer: Pointer, part?: string): string {
    return idOf(this.prefix, pointer, part);
  }

  answer(pointer: Pointer, raw: unknown): void {
    this.session.answer(pointer, raw);
    this.#holder.answered(pointer);
  }

  toggle(disclosure: string, key: string): void {
    if (!this.opened.delete(disclosure)) this.opened.add(disclosure);
    this.hub.touch([key]);
  }

  announce(text: string): void {
    this.#holder.announce(text);
  }

  goTo(step: string, pointer?: Pointer): void {
    if (this.session.step().id !== step) this.session.goTo(step);
    if (pointer !== undefined) this.focusLater(this.id(pointer));
  }

  root(): Document | ShadowRoot {
    return this.#holder.root();
  }

  focusLater(id: string): void {
    this.#holder.focusLater(id);
  }
}
