import {
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { StatusConnection } from '../connect.js';
import { adoptSheet } from '../styles/adopt-sheet.js';
import type { StatusRun } from './status-run.js';

type Parts = typeof import('./status-parts.js');

let parts: Parts | undefined;

/**
 * `<guichet-status>`: a filed dossier, live: where it stands, whose turn it is, what can be done now,
 * its attestations and its whole history.
 *
 * It knows no network: the connector given to `registerGuichet`, or the `connection` set by the host,
 * brings the dossier. Without `dossier` the connector opens the last one filed from this device.
 * What it draws is loaded when one is in a page: who fills in a form waits for none of it.
 *
 * @fires guichet-language - the person chose another language, now or at an earlier visit (`detail.lang`, `detail.dir`)
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
  /** Language of the first visit, the page's when absent; then the one that the person chose. */
  declare lang: string;
  /** Level of the first heading; the page around owns those above. */
  declare headingLevel: number;
  /** Address of the verification page put before codes; the service's own when absent. */
  declare verifier: string;
  /** A connection of the host's own, instead of `src`. */
  declare connection: StatusConnection | undefined;

  #run: StatusRun | undefined;
  #begun: Promise<void> | undefined;
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
    addEventListener('online', this.#redraw);
    addEventListener('offline', this.#redraw);
    this.#begun = this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#run?.close();
    removeEventListener('online', this.#redraw);
    removeEventListener('offline', this.#redraw);
  }

  protected override createRenderRoot(): HTMLElement {
    this.#fallback = [...this.childNodes];
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const opens = ['src', 'api', 'dossier', 'capability', 'connection'];
    if (this.hasUpdated && opens.some((name) => changed.has(name))) return this.#start();
    if (changed.has('lang') && this.lang) void this.#run?.speak(this.lang);
  }

  /** Until its parts are there, what the host wrote inside is shown, as it is without JavaScript. */
  protected override render(): TemplateResult | typeof nothing {
    if (!parts || !this.#run) return nothing;
    return parts.statusView(this, this.#run, () => this.#start());
  }

  protected override updated(): void {
    if (this.#run?.scope) this.#fallback.forEach((node) => node.remove());
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#begun?.catch(() => undefined);
    return super.getUpdateComplete();
  }

  readonly #redraw = (): void => {
    if (parts) this.requestUpdate();
    else this.#begun = this.#begin();
  };

  async #begin(): Promise<void> {
    const { StatusRun, adoptStatusSheet } = await load();
    if (!this.isConnected) return;
    adoptStatusSheet(this.renderRoot);
    this.#run ??= new StatusRun(this);
    if (!this.#run.scope) this.#start();
  }

  #start(): void {
    if (parts && this.#run) parts.startStatus(this, this.#run);
  }
}

/** Asked again at the next visit, or when the network is back, if it could not be loaded. */
async function load(): Promise<Parts> {
  return (parts ??= await import('./status-parts.js'));
}
