import { readCode } from '../read-code.js';
import { verifyAttestation } from '../verify-attestation.js';
import { drawn, part } from './draw.js';
import { keepOffline } from './keep-offline.js';
import { KeyStore } from './key-store.js';
import type { Scan } from './scan.js';
import { scanCamera, scanImage } from './scan.js';
import type { Outcome } from './show-result.js';
import { showResult } from './show-result.js';
import type { Word, Words } from './words.js';
import { languages, preferredLanguage, wordsIn } from './words.js';

/** The verification page: reads a code, checks it on the device, says the answer. */
class Page {
  #words: Words;
  #shown: { readonly outcome: Outcome; readonly jws: string } | undefined;
  #trouble: Word | undefined;
  #keysNote: Word | undefined;
  #camera: AbortController | undefined;
  readonly #zone = setting('guichet-zone') || 'Europe/Paris';
  readonly #keys = new KeyStore(setting('guichet-keys') || '../api/v1/keys');
  readonly #code = part('code', HTMLTextAreaElement);

  constructor() {
    this.#words = wordsIn(preferredLanguage(navigator.languages), this.#zone);
  }

  async open(): Promise<void> {
    this.#listen();
    this.#say();
    const first = this.#refresh();
    if (this.#keys.known.from === 'nowhere') await first;
    await this.#openFragment();
    const offline = setting('guichet-offline');
    if (offline) await keepOffline(offline);
  }

  #listen(): void {
    const on = (id: string, name: string, act: (event: Event) => void) =>
      part(id, HTMLElement).addEventListener(name, act);
    on('form', 'submit', (event) => {
      event.preventDefault();
      void this.#check(this.#code.value);
    });
    on('camera', 'click', () => void this.#readCamera());
    on('stop', 'click', () => this.#camera?.abort());
    on('image', 'change', (event) => void this.#readImage(event));
    on('refresh', 'click', () => void this.#refresh());
    on('keep', 'click', () => this.#keepList());
    on('list', 'change', (event) => void this.#useList(event));
    addEventListener('hashchange', () => void this.#openFragment());
  }

  /** The code after `#` reached no server; taken out of the address, it stays out of the history too. */
  async #openFragment(): Promise<void> {
    if (location.hash.length < 2) return;
    const code = readCode(location.hash);
    history.replaceState(null, '', location.pathname + location.search);
    this.#code.value = code;
    await this.#check(code);
  }

  async #check(text: string): Promise<void> {
    const jws = readCode(text);
    this.#complain(jws ? undefined : 'empty');
    if (!jws) {
      this.#code.focus();
      return;
    }
    const { list } = this.#keys.known;
    const outcome = list ? await verifyAttestation(jws, list) : ({ is: 'cannot' } as const);
    this.#shown = { outcome, jws };
    await showResult(outcome, jws, this.#words);
    part('result', HTMLElement).focus();
    part('result', HTMLElement).scrollIntoView({ block: 'start' });
  }

  async #readImage(event: Event): Promise<void> {
    const file = fileOf(event);
    if (file) await this.#take(await scanImage(file));
  }

  async #readCamera(): Promise<void> {
    if (this.#camera) return;
    const viewer = part('viewer', HTMLElement);
    this.#camera = new AbortController();
    viewer.hidden = false;
    const scan = await scanCamera(part('video', HTMLVideoElement), this.#camera.signal);
    viewer.hidden = true;
    this.#camera = undefined;
    if (scan) await this.#take(scan);
    else part('camera', HTMLElement).focus();
  }

  async #take(scan: Scan): Promise<void> {
    if ('trouble' in scan) {
      this.#complain(scan.trouble);
      return;
    }
    this.#code.value = readCode(scan.text);
    await this.#check(scan.text);
  }

  async #refresh(): Promise<void> {
    this.#noteKeys('keysLoading');
    const came = await this.#keys.refresh();
    this.#noteKeys(came || !this.#keys.known.list ? undefined : 'keysFailed');
    if (came && this.#shown) await this.#check(this.#shown.jws);
  }

  async #useList(event: Event): Promise<void> {
    const text = await fileOf(event)?.text();
    if (text === undefined) return;
    this.#noteKeys(this.#keys.use(text) ? undefined : 'keysRefused');
    if (this.#shown) await this.#check(this.#shown.jws);
  }

  #keepList(): void {
    const { list } = this.#keys.known;
    if (!list) return;
    const address = URL.createObjectURL(
      new Blob([JSON.stringify(list, null, 2)], { type: 'application/json' }),
    );
    drawn('a', '', { href: address, download: 'guichet-keys.json' }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  #complain(trouble: Word | undefined): void {
    this.#trouble = trouble;
    part('trouble', HTMLElement).textContent = trouble ? this.#words.say(trouble) : '';
  }

  #noteKeys(note: Word | undefined): void {
    this.#keysNote = note;
    const { list, from } = this.#keys.known;
    const { say, day, count } = this.#words;
    const said: string[] = [];
    if (list) {
      const params = { keys: count(list.keys.length), day: day(list.issuedAt.slice(0, 10)) };
      said.push(say(from === 'given' ? 'keysGiven' : 'keysKept', params));
      if (Date.now() - Date.parse(list.issuedAt) > 30 * 86_400_000) said.push(say('keysOld'));
    } else if (!note) said.push(say('keysNone'));
    if (note) said.push(say(note));
    part('keys-state', HTMLElement).textContent = said.join(' ');
    part('keep', HTMLButtonElement).disabled = !list;
  }

  /** Writes every word of the page in the language chosen. */
  #say(): void {
    const { lang, dir, say } = this.#words;
    Object.assign(document.documentElement, { lang, dir });
    document.title = say('title');
    for (const node of document.querySelectorAll<HTMLElement>('[data-say]'))
      node.textContent = say(node.dataset['say'] as Word);
    const group = part('languages', HTMLElement);
    group.setAttribute('aria-label', say('languages'));
    group.replaceChildren(...languages.map((each) => this.#languageButton(each)));
    this.#complain(this.#trouble);
    this.#noteKeys(this.#keysNote);
  }

  #languageButton(lang: string): HTMLElement {
    const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
    const pressed = String(lang === this.#words.lang);
    const button = drawn('button', name, {
      type: 'button',
      lang,
      translate: 'no',
      'aria-pressed': pressed,
    });
    button.addEventListener('click', () => void this.#speak(lang));
    return button;
  }

  async #speak(lang: string): Promise<void> {
    this.#words = wordsIn(lang, this.#zone);
    this.#say();
    if (this.#shown) await showResult(this.#shown.outcome, this.#shown.jws, this.#words);
    document.querySelector<HTMLElement>(`#languages [lang="${lang}"]`)?.focus();
  }
}

function setting(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
}

/** The file just chosen; the field is emptied, so that choosing the same file again is heard. */
function fileOf(event: Event): File | undefined {
  const field = event.currentTarget;
  if (!(field instanceof HTMLInputElement)) return undefined;
  const file = field.files?.[0];
  if (file) field.value = '';
  return file;
}

void new Page().open();
