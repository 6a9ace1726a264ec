import type { DraftEntry } from '@guichet/engine';
import type { Answer } from '../gateway.js';
import type { EntriesAnswer, GetDraft } from '../wire.js';

/** What a draft was born with. */
export type Birth = GetDraft['draft'];

/** Logs of drafts, each for whoever holds its capability. */
export interface MemoryDrafts {
  append(draft: Birth, capability: string, entries: readonly DraftEntry[]): Answer<EntriesAnswer>;
  read(draft: Birth, capability: string): Answer<GetDraft>;
}

interface Held {
  readonly draft: Birth;
  readonly capability: string;
  readonly entries: DraftEntry[];
}

/** Keeps logs in memory; what it holds already is told by device and number, as the service does. */
export function memoryDrafts(): MemoryDrafts {
  const held = new Map<string, Held>();
  const notFound = {
    is: 'refused',
    status: 404,
    code: 'not-found',
    message: '',
    body: {},
  } as const;

  function open(draft: Birth, capability: string): Held | undefined {
    const found = held.get(draft.id) ?? { draft, capability, entries: [] };
    held.set(draft.id, found);
    return found.capability === capability ? found : undefined;
  }

  return {
    append(draft, capability, entries) {
      const log = open(draft, capability);
      if (log === undefined) return notFound;
      for (const entry of entries) {
        const isHeld = log.entries.some((one) => one.n === entry.n && one.device === entry.device);
        if (!isHeld) log.entries.push(structuredClone(entry));
      }
      return { is: 'ok', value: { n: entries.at(-1)?.n ?? 0, savedAt: new Date().toISOString() } };
    },
    read(draft, capability) {
      const log = open(draft, capability);
      if (log === undefined) return notFound;
      return { is: 'ok', value: { draft: log.draft, entries: log.entries } };
    },
  };
}
