import type { DossierView } from '@guichet/engine';
import type { Texts } from '@guichet/procedure';
import type { ReactiveControllerHost } from 'lit';
import type { StatusConnection } from '../connect.js';
import { connector } from '../connector.js';
import { tell } from '../events.js';
import { Announcer } from '../form/announcer.js';
import { sayWith, wordsOf } from './say-with.js';
import type { StatusScope } from './status-scope.js';

/** The element that a run is drawn in. */
export type StatusHost = HTMLElement &
  ReactiveControllerHost & {
    readonly renderRoot: HTMLElement | DocumentFragment;
    readonly src: string;
    headingLevel: number;
    verifier: string;
  };

let count = 0;

/** One element's run through one dossier: opening, following it live, acting on it, changing language. */
export class StatusRun {
  /** Nothing could be opened; it may be tried again. */
  failed = false;
  readonly #prefix = `guist${++count}`;
  readonly #host: StatusHost;
  readonly #announcer: Announcer;
  #connection: StatusConnection | undefined;
  #texts: Texts | undefined;
  #stop: (() => void) | undefined;
  #turn = 0;
  #open: string | undefined;
  #outcome: StatusScope['outcome'];
  #busy = false;
  #shown: StatusScope['shown'];

  constructor(host: StatusHost) {
    this.#host = host;
    this.#announcer = new Announcer(() => host.renderRoot.querySelector('.gui-live'));
  }

  /** Opens what `open` brings, unless another opening began meanwhile; `asked` is the page's language. */
  async connect(open: () => Promise<StatusConnection>, asked: string): Promise<void> {
    const turn = (this.#turn += 1);
    this.failed = false;
    try {
      const connection = await open();
      if (turn !== this.#turn || !this.#host.isConnected) return connection.close();
      this.use(connection);
      const { texts } = connection;
      if (texts.lang !== asked && texts.lang === this.#host.lang) this.#tellLanguage(texts);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.failed = true;
      this.#host.requestUpdate();
      throw error;
    }
  }

  /** Follows a connection. */
  use(connection: StatusConnection): void {
    this.close();
    this.#connection = connection;
    this.#texts = connection.texts;
    let before = connection.view();
    this.#stop = connection.subscribe((view) => {
      this.#tellNews(before, view);
      before = view;
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }

  close(): void {
    this.#turn += 1;
    this.#stop?.();
    this.#connection?.close();
    this.#connection = undefined;
    this.#open = undefined;
    this.#outcome = undefined;
    this.#shown = undefined;
  }

  /** What the page draws; `undefined` while nothing is open. */
  get scope(): StatusScope | undefined {
    const connection = this.#connection;
    const texts = this.#texts;
    if (!connection || !texts) return undefined;
    const { operator, languages } = connection;
    return {
      view: connection.view(),
      texts,
      languages,
      operator,
      zone: operator?.timeZone ?? 'Europe/Paris',
      now: connection.now?.() ?? new Date(),
      prefix: this.#prefix,
      level: this.#host.headingLevel,
      // Printed on paper, so it must say where it is.
      verifier: this.#host.verifier
        ? new URL(this.#host.verifier, document.baseURI).href
        : undefined,
      open: this.#open,
      outcome: this.#outcome,
      busy: this.#busy,
      shown: this.#shown,
      say: sayWith(texts),
      toggle: (act) => this.#toggle(act),
      send: (act, body) => void this.#send(act, body),
      amend: (because) => this.#amend(because),
      show: (id) => void this.#show(id),
      speak: (lang) => void this.speak(lang),
    };
  }

  /** Goes on in another language; what is open stays open. */
  async speak(lang: string): Promise<void> {
    const texts = await this.#connection?.loadTexts(lang);
    if (!texts || texts.lang === this.#texts?.lang) return;
    this.#texts = texts;
    this.#host.lang = texts.lang;
    const { src } = this.#host;
    if (src) connector().keepLanguage?.(src, texts.lang);
    this.#tellLanguage(texts);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#focus(`.gui-language[lang="${texts.lang}"]`);
  }

  #tellLanguage({ lang, dir }: Texts): void {
    tell(this.#host, 'guichet-language', { lang, dir });
  }

  #toggle(act: string): void {
    this.#open = this.#open === act ? undefined : act;
    this.#outcome = undefined;
    this.#host.requestUpdate();
    if (this.#open === undefined) this.#focus(`[data-act="${act}"]`);
    else
      void this.#host.updateComplete.then(() =>
        this.#focus('.gui-st-panel :is(input, textarea, button)'),
      );
  }

  async #send(act: string, body?: Readonly<Record<string, unknown>>): Promise<void> {
    const connection = this.#connection;
    const texts = this.#texts;
    if (!connection || !texts || this.#busy) return;
    this.#busy = true;
    this.#outcome = undefined;
    this.#host.requestUpdate();
    const answer = await connection
      .command(act, body)
      .catch(() => ({ ok: false, message: undefined }));
    this.#busy = false;
    const say = sayWith(texts);
    const failed = answer.message
      ? say('command.failed', { message: answer.message })
      : say('command.unreachable');
    const text = answer.ok ? say('command.done') : failed;
    if (answer.ok) this.#open = undefined;
    this.#outcome = { act, ok: answer.ok, text };
    this.#announcer.say(text);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#focus(answer.ok ? '.gui-st-label' : `[data-act="${act}"]`);
  }

  #amend(because: 'amend' | 'supply-pieces'): void {
    const { id: dossier = '', reference = '' } = this.#connection?.view() ?? {};
    const detail = { dossier, reference, because };
    this.#host.dispatchEvent(
      new CustomEvent('guichet-amend', { detail, bubbles: true, composed: true }),
    );
  }

  async #show(id: string): Promise<void> {
    const connection = this.#connection;
    if (this.#shown?.id === id) this.#shown = undefined;
    else this.#shown = { id };
    this.#host.requestUpdate();
    if (!connection || !this.#shown) return;
    const sealed = await connection.attestation(id).catch(() => undefined);
    if (this.#shown?.id !== id) return;
    this.#shown = sealed ? { id, sealed } : { id, failed: true };
    this.#host.requestUpdate();
  }

  /** Said once for each event, and only when what a person would read has changed. */
  #tellNews(before: DossierView, after: DossierView): void {
    const texts = this.#texts;
    if (!texts || after.seq <= before.seq) return;
    if (after.label === before.label && after.turn === before.turn) return;
    const say = sayWith(texts);
    const { label } = wordsOf(texts, 'states', after.label);
    this.#announcer.say(say('status.news', { label, turn: say(`turn.${after.turn}`) }));
  }

  #focus(selector: string): void {
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
