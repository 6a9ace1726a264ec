import {
  LitElement,
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { StatusConnection } from '../connect.js';
import { connector } from '../connector.js';
import { adoptSheet } from '../styles/adopt-sheet.js';
import { adoptStatusSheet } from './adopt-status-sheet.js';
import { outsideWords } from './outside-words.js';
import { statusPage } from './status-page.js';
import { StatusRun } from './status-run.js';

/**
 * `<guichet-status>`: a filed dossier, live: where it stands, whose turn it is, what can be done now,
 * its attestations and its whole history.
 *
 * It knows no network: the connector given to `registerGuichet`, or the `connection` set by the host,
 * brings the dossier. Without `dossier` the connector opens the last one filed from this device.
 *
 * @fires guichet-amend - the person wants to change answers or give pieces (`detail.dossier`,
 * `detail.reference`, `detail.because`: `amend` or `supply-pieces`); the host opens the form
 */
export class GuichetStatus extends LitElement {
  static override readonly properties: PropertyDeclarations = {
    src: {},
    api: {},
    dossier: {},
    capability: { attribute: false },
    lang: { reflect: true },
    headingLevel: { attribute: 'heading-level', type: Number },
    verifier: {},
    connection: { attribute: false },
  };

  /** Folder that holds `plan.json` and `texts.<lang>.json`. */
  declare src: string;
  /** Origin of the service. */
  declare api: string;
  /** Id of the dossier; empty: the last one filed from this device. */
  declare dossier: string;
  /** What opens the dossier, when this device does not hold it. Never an attribute: it would stay in the page. */
  declare capability: string | undefined;
  /** Language; the page's when absent. */
  declare lang: string;
  /** Level of the first heading; the page around owns those above. */
  declare headingLevel: number;
  /** Address of the verification page put before codes; the service's own when absent. */
  declare verifier: string;
  /** A connection of the host's own, instead of `src`. */
  declare connection: StatusConnection | undefined;

  readonly #run = new StatusRun(this);
  #fallback: readonly ChildNode[] = [];

  constructor() {
    super();
    this.src = '';
    this.api = '';
    this.dossier = '';
    this.lang = '';
    this.headingLevel = 2;
    this.verifier = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this.renderRoot);
    adoptStatusSheet(this.renderRoot);
    addEventListener('online', this.#redraw);
    addEventListener('offline', this.#redraw);
    if (this.hasUpdated && !this.#run.scope) this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#run.close();
    removeEventListener('online', this.#redraw);
    removeEventListener('offline', this.#redraw);
  }

  protected override createRenderRoot(): HTMLElement {
    this.#fallback = [...this.childNodes];
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['src', 'api', 'dossier', 'capability', 'connection'].some((name) => changed.has(name)))
      this.#start();
    if (changed.has('lang') && this.lang) void this.#run.speak(this.lang);
  }

  protected override render(): TemplateResult {
    const { scope } = this.#run;
    if (!scope) return this.#outside();
    const { lang, dir } = scope.texts;
    return html`<div class="gui-root gui-st" lang=${lang} dir=${dir}>
      <p class="gui-live gui-hidden" role="status"></p>
      ${keyed(lang, statusPage(scope))}
    </div>`;
  }

  protected override updated(): void {
    if (this.#run.scope) this.#fallback.forEach((node) => node.remove());
  }

  readonly #redraw = (): void => this.requestUpdate();

  #start(): void {
    const { src, api, dossier, capability, connection } = this;
    if (connection) return this.#run.use(connection);
    if (!src) return;
    const lang = this.lang || document.documentElement.lang || 'fr';
    const request = { src, api, lang, dossier, ...(capability && { capability }) };
    void this.#run.connect(() => connector().openStatus(request));
  }

  #outside(): TemplateResult {
    const { failed } = this.#run;
    const words = outsideWords(this.lang || document.documentElement.lang);
    return html`<div class="gui-root gui-st" lang=${words.lang} dir=${words.dir}>
      <p
        class=${failed ? 'gui-warning' : 'gui-loading'}
        role="status"
        .textContent=${failed ? words.failed : words.loading}
      ></p>
      ${
        failed
          ? html`<button type="button" class="gui-second" @click=${() => this.#start()}>
              ${words.retry}
            </button>`
          : nothing
      }
    </div>`;
  }
}
