import type { KeyList } from '../keys.js';
import { readKeyList } from '../read-key-list.js';

const SLOT = 'guichet-keys';

/** The published keys that this page knows, and where they come from. */
export interface KnownKeys {
  readonly list: KeyList | undefined;
  /** `given`: from a file, for this visit only. */
  readonly from: 'nowhere' | 'device' | 'given';
}

/** Keeps the key list on the device, so that a check needs no network. */
export class KeyStore {
  #known: KnownKeys = { list: undefined, from: 'nowhere' };
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
    const list = readKeyList(kept() ?? '');
    if (list) this.#known = { list, from: 'device' };
  }

  get known(): KnownKeys {
    return this.#known;
  }

  /** Fetches the list anew; answers whether it came. The one before stays when it did not. */
  async refresh(): Promise<boolean> {
    try {
      const answer = await fetch(this.#address, { cache: 'no-cache', credentials: 'omit' });
      const text = answer.ok ? await answer.text() : '';
      const list = readKeyList(text);
      if (!list) return false;
      this.#known = { list, from: 'device' };
      keep(text);
      return true;
    } catch {
      return false;
    }
  }

  /** Uses a list from a file, and never keeps it: whoever hands over a phone cannot leave a key behind. */
  use(text: string): boolean {
    const list = readKeyList(text);
    if (list) this.#known = { list, from: 'given' };
    return list !== undefined;
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(SLOT);
  } catch {
    return null;
  }
}

function keep(text: string): void {
  try {
    localStorage.setItem(SLOT, text);
  } catch {
    // Private browsing or a full disk: the list then lasts as long as the page.
  }
}
