import type { FilingOutcome, FormSession, OperatorView } from '@guichet/engine';
import type { Pointer, Texts } from '@guichet/procedure';
import type { ReactiveControllerHost } from 'lit';
import type { FormConnection } from '../connect.js';
import { connector } from '../connector.js';
import { tell } from '../events.js';
import { endingOf, isEnding } from '../filing/ending.js';
import type { Surroundings } from '../shell/page.js';
import { loadClosingPages } from '../steps/load-closing-pages.js';
import { Announcer } from './announcer.js';
import { fetchAhead } from './fetch-ahead.js';
import { focusOn, rememberFocus } from './focus.js';
import { Leaving } from './leaving.js';
import { type Holder, LiveScope } from './live-scope.js';
import { News } from './news.js';
import { onEnter } from './on-enter.js';
import { openOther } from './open-other.js';
import { PageTitle } from './page-title.js';

/** The element that a run is drawn in. */
export type FormHost = HTMLElement &
  ReactiveControllerHost & {
    readonly renderRoot: HTMLElement | DocumentFragment;
    readonly src: string;
    headingLevel: number;
    pageTitle: string;
    follow: string;
  };

let count = 0;

/** One element's run through one session after another: opening, moving, speaking, filing, and where focus goes. */
export class FormRun implements Holder, Surroundings {
  readonly prefix = `gui${++count}`;
  scope: LiveScope | undefined;
  /** Nothing could be opened; `start` may be tried again. */
  failed = false;
  leaving: Leaving | undefined;
  readonly #host: FormHost;
  readonly #announcer: Announcer;
  #connection: FormConnection | undefined;
  #turn = 0;
  #newsRead = false;
  #stop: (() => void) | undefined;
  #stopAhead: (() => void) | undefined;
  #title: PageTitle | undefined;
  #shown: string | undefined;
  #openedAt: string | undefined;

  constructor(host: FormHost) {
    this.#host = host;
    this.#announcer = new Announcer(() => host.renderRoot.querySelector('.gui-live'));
  }

  get level(): number {
    return this.#host.headingLevel;
  }
  get operator(): OperatorView | undefined {
    return this.#connection?.operator;
  }
  get capsule(): (() => Promise<Blob>) | undefined {
    const connection = this.#connection;
    return connection && (() => connection.capsule());
  }
  get startAnother(): (() => void) | undefined {
    const connection = this.#connection;
    return connection && (() => void this.connect(() => connection.startAnother()));
  }
  get restore(): Holder['restore'] {
    const connection = this.#connection;
    return connection?.restore && ((file, code) => this.#restore(connection, file, code));
  }
  get openOther(): Holder['openOther'] {
    const connection = this.#connection;
    if (!connection?.openOther) return undefined;
    return async (exit) => {
      const other = await openOther(this.#host, connection, exit);
      if (other) await this.#goOnWith(other);
    };
  }
  get follow(): string {
    return this.#host.follow;
  }
  get languages(): readonly string[] {
    return this.#connection?.languages ?? [];
  }
  get resumed(): boolean {
    return this.#openedAt !== undefined && this.#openedAt === this.scope?.session.step().id;
  }
  get moved(): string | undefined {
    return this.#connection?.moved?.from;
  }
  get newsRead(): boolean {
    return this.#newsRead;
  }

  /** The box goes, and with it what had focus: the heading of the page takes it. */
  readNews(): void {
    this.#newsRead = true;
    this.#host.requestUpdate();
    if (this.scope) this.focusLater(this.scope.id('/heading'));
  }

  /** Opens what `open` brings, unless another opening began meanwhile; `asked` is the page's language. */
  async connect(open: () => Promise<FormConnection>, asked = ''): Promise<void> {
    const spoken = this.scope?.session.texts.lang;
    const turn = (this.#turn += 1);
    try {
      const connection = await open();
      if (!asked) await goOnIn(connection, spoken);
      if (turn !== this.#turn || !this.#host.isConnected) return connection.close();
      this.close();
      this.#connection = connection;
      this.#newsRead = false;
      this.open(connection.session);
      const { filed, texts } = connection.session;
      if (asked && texts.lang !== asked && texts.lang === this.#host.lang)
        this.#tellLanguage(texts);
      if (connection.filedMeanwhile && filed) this.scope?.filing.show(endingOf(filed));
    } catch (error) {
      if (turn !== this.#turn) return;
      this.failed = true;
      this.#host.requestUpdate();
      throw error;
    }
  }

  /** Draws a session. */
  open(session: FormSession): void {
    this.#turn += 1;
    this.#stop?.();
    const scope = new LiveScope(session, this);
    const news = new News(scope);
    this.#stop = session.subscribe((changed) => {
      scope.hub.touch(changed);
      news.follow(changed);
      if (changed.has('@step') || changed.has('@language') || changed.has('@summary'))
        this.#host.requestUpdate();
    });
    this.leaving = new Leaving(scope);
    this.scope = scope;
    this.failed = false;
    this.#shown = undefined;
    this.#openedAt = session.step().isFirst ? undefined : session.step().id;
    if (this.#host.pageTitle !== 'off') this.#title ??= new PageTitle();
    this.#host.requestUpdate();
  }

  close(): void {
    this.#turn += 1;
    this.#stop?.();
    this.#stopAhead?.();
    this.#connection?.close();
    this.#connection = undefined;
    this.scope = undefined;
    this.#title?.restore();
    this.#title = undefined;
  }

  /** After each drawing: the tab's title, and focus when another page is shown. */
  drawn(): void {
    const { scope } = this;
    if (!scope) return;
    const { state } = scope.filing;
    const step = scope.session.step();
    const count = scope.session.summary().length;
    const prefix = count > 0 ? scope.say('summary.prefix', { count }) : '';
    this.#title?.show(prefix + step.title);
    const shown = state.is === 'answered' && isEnding(state.outcome) ? '@ended' : step.id;
    const before = this.#shown;
    this.#shown = shown;
    if (before === undefined) this.#fetchAhead(scope.session);
    if (before === undefined || before === shown) return;
    this.#toTop(scope);
    if (shown === step.id) tell(this.#host, 'guichet-step', { step: step.id });
  }

  goOn = (): void => this.#move((session) => session.next());

  goBack = (): void => this.#move((session) => session.back());

  /** Goes on in another language: answers, step and focus stay. */
  speak(lang: string): void {
    void this.#speak(lang);
  }

  onEnter = (event: KeyboardEvent): void =>
    onEnter(event, () => {
      if (this.scope?.session.step().kind !== 'review') this.goOn();
    });

  again(): void {
    this.#host.requestUpdate();
  }

  announce(text: string): void {
    this.#announcer.say(text);
  }

  focusLater(id: string): void {
    void this.#host.updateComplete.then(() => focusOn(this.root(), id));
  }

  answered(pointer: Pointer): void {
    tell(this.#host, 'guichet-answer', { pointer });
  }

  filed(answer: FilingOutcome | undefined): void {
    this.#host.requestUpdate();
    if (answer?.is === 'issues') this.#toSummary();
    if (answer?.is === 'already-filed') this.focusLater(`${this.prefix}-amend`);
    if (answer?.is !== 'filed' && answer?.is !== 'prepared' && answer?.is !== 'amended') return;
    const { dossier, reference } = answer.receipt;
    tell(this.#host, 'guichet-filed', { dossier, reference });
  }

  /** What closes the interview, once its first page is there. */
  #fetchAhead(session: FormSession): void {
    this.#stopAhead?.();
    this.#stopAhead = fetchAhead(() => Promise.all([loadClosingPages(), session.whole()]));
  }

  #move(act: (session: FormSession) => ReadonlySet<string>): void {
    if (!this.scope) return;
    const { session } = this.scope;
    const before = session.step().id;
    act(session);
    if (session.step().id === before && session.summary().length > 0) this.#toSummary();
  }

  async #restore(
    connection: FormConnection,
    file: Blob,
    code: string,
  ): Promise<string | undefined> {
    const answer = await connection.restore?.(file, code);
    if (answer?.is !== 'restored') return answer?.why;
    await this.#goOnWith(answer.connection);
    if (this.scope) this.announce(this.scope.say('restore.done'));
    return undefined;
  }

  /** Another draft takes this one's place; its heading takes the focus. */
  async #goOnWith(other: FormConnection): Promise<void> {
    await this.connect(() => Promise.resolve(other));
    if (this.scope) this.focusLater(this.scope.id('/heading'));
  }

  #toSummary(): void {
    this.root().getElementById(`${this.prefix}-summary`)?.setAttribute('tabindex', '-1');
    this.focusLater(`${this.prefix}-summary`);
  }

  async #speak(lang: string): Promise<void> {
    const texts = await this.#connection?.loadTexts(lang);
    if (!texts || !this.scope) return;
    const refocus = rememberFocus(this.root());
    this.#host.lang = lang;
    this.scope.session.setTexts(texts);
    connector().keepLanguage?.(this.#host.src, texts.lang);
    this.#tellLanguage(texts);
    await this.#host.updateComplete;
    refocus();
  }

  #tellLanguage({ lang, dir }: Texts): void {
    tell(this.#host, 'guichet-language', { lang, dir });
  }

  #toTop(scope: LiveScope): void {
    if (this.#host.getBoundingClientRect().top < 0)
      this.#host.scrollIntoView({ block: 'start', behavior: 'instant' });
    this.root().getElementById(scope.id('/heading'))?.focus({ preventScroll: true });
  }

  /** What ids are looked up in and sheets are adopted by. */
  root(): Document | ShadowRoot {
    return this.#host.renderRoot.getRootNode() as Document | ShadowRoot;
  }
}

/** Another draft of the same form speaks as the one before it. */
async function goOnIn({ session, languages, loadTexts }: FormConnection, lang = ''): Promise<void> {
  if (lang === session.texts.lang || !languages.includes(lang)) return;
  const texts = await loadTexts(lang).catch(() => undefined);
  if (texts) session.setTexts(texts);
}
