import type { FormSession } from '@guichet/engine';
import {
  LitElement,
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { keyed } from './live/keyed.js';
import { connector } from './connector.js';
import { FormRun } from './form/form-run.js';
import { outsideWords } from './form/outside-words.js';
import { page } from './shell/page.js';
import { adoptSheet } from './styles/adopt-sheet.js';

/**
 * `<guichet-form>`: a procedure as an accessible form in any page, in one tree
 * without a shadow root unless `isolation="shadow"` asks for one.
 *
 * It knows no network and no store: the connector given to `registerGuichet`, or
 * the `session` set by the host, brings them. No event of it carries an answer.
 * Its children are what is shown without JavaScript; they go once a form is open.
 *
 * @fires guichet-answer - a pointer was answered (`detail.pointer`)
 * @fires guichet-step - another step is shown (`detail.step`)
 * @fires guichet-language - the person chose another language, now or at an earlier visit (`detail.lang`, `detail.dir`)
 * @fires guichet-exit - the person goes to another procedure (`detail.procedure`, `detail.pointers` of the answers that go along); prevent the default to open it yourself
 * @fires guichet-filed - a receipt arrived (`detail.dossier`, `detail.reference`)
 */
export class GuichetForm extends LitElement {
  static override readonly properties: PropertyDeclarations = {
    src: {},
    api: {},
    lang: {},
    draft: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    isolation: {},
    pageTitle: { attribute: 'page-title' },
    follow: {},
    session: { attribute: false },
  };

  /** Folder that holds `plan.json` and `texts.<lang>.json`. */
  declare src: string;
  /** Origin of the service; empty: answers stay on this device. */
  declare api: string;
  /** Language of the first visit, the page's when absent; then the one that the person chose. */
  declare lang: string;
  /** Draft to open, or the dossier it became, to amend it; absent: the one in progress on this device. */
  declare draft: string | undefined;
  /** Level of a step's heading; the page around owns those above. */
  declare headingLevel: number;
  /** `shadow` puts the whole form in one shadow root. Read once, when the element is connected. */
  declare isolation: string;
  /** `off` leaves the tab's title alone. */
  declare pageTitle: string;
  /** Address of the page that shows the filed dossier (`<guichet-status>`), offered once it is filed. */
  declare follow: string;
  /** A session of the host's own, instead of `src`. */
  declare session: FormSession | undefined;

  readonly #run = new FormRun(this);
  #fallback: readonly ChildNode[] = [];

  constructor() {
    super();
    this.src = '';
    this.api = '';
    this.lang = '';
    this.headingLevel = 2;
    this.isolation = '';
    this.pageTitle = '';
    this.follow = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this.renderRoot);
    if (this.hasUpdated && !this.#run.scope) this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#run.close();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.isolation === 'shadow') return this.attachShadow({ mode: 'open' });
    this.#fallback = [...this.childNodes];
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['src', 'api', 'draft', 'session'].some((name) => changed.has(name))) return this.#start();
    const spoken = this.#run.scope?.session.texts.lang;
    if (changed.has('lang') && this.lang && spoken && this.lang !== spoken)
      this.#run.speak(this.lang);
  }

  protected override render(): TemplateResult {
    const { scope, leaving, onEnter } = this.#run;
    if (!scope) return this.#outside();
    const { lang, dir } = scope.session.texts;
    return html`<div
      class="gui-root"
      lang=${lang}
      dir=${dir}
      @pointerdown=${leaving?.onPress}
      @focusout=${leaving?.onFocusOut}
      @keydown=${onEnter}
    >
      <p class="gui-live gui-hidden" role="status"></p>
      ${keyed(scope, keyed(lang, page(scope, this.#run)))}
    </div>`;
  }

  protected override updated(): void {
    if (!this.#run.scope) return;
    this.#fallback.forEach((node) => node.remove());
    this.#run.drawn();
  }

  #start(): void {
    const { src, api, draft, session } = this;
    if (session) return this.#run.open(session);
    if (!src) return;
    const asked = this.lang || document.documentElement.lang || 'fr';
    const lang = connector().chosenLanguage?.(src) ?? asked;
    if (lang !== asked) this.lang = lang;
    const request = { src, api, lang, ...(draft && { draft }) };
    void this.#run.connect(() => connector().openForm(request), asked);
  }

  #outside(): TemplateResult {
    const { failed } = this.#run;
    const words = outsideWords(this.lang || document.documentElement.lang);
    return html`<div class="gui-root" lang=${words.lang} dir=${words.dir}>
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
