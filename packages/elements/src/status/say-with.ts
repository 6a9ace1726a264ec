import { formatMessage } from '@guichet/engine';
import type { Texts } from '@guichet/procedure';

/** Interface string by key, else one of the procedure's sentences, formatted; the key itself when the bundle lacks both. */
export function sayWith(
  texts: Texts,
): (key: string, params?: Readonly<Record<string, unknown>>) => string {
  return (key, params = {}) => {
    const from = [texts.ui, texts.says].find((record) => Object.hasOwn(record, key));
    const message = from?.[key];
    return message === undefined ? key : formatMessage(message, params, texts.lang);
  };
}

/** Words of a state, a clock, an attestation or an event by their code; the code when nobody wrote any. */
export function wordsOf(
  texts: Texts,
  group: 'states' | 'clocks' | 'attestations',
  code: string,
): { readonly label: string; readonly more: string } {
  const found: { label?: unknown; means?: unknown; hint?: unknown } | undefined = Object.hasOwn(
    texts[group],
    code,
  )
    ? texts[group][code]
    : undefined;
  const plain = (message: unknown) =>
    message === undefined
      ? ''
      : formatMessage(message as Parameters<typeof formatMessage>[0], {}, texts.lang);
  return { label: plain(found?.label) || code, more: plain(found?.means ?? found?.hint) };
}

/** What an event is called in the history. */
export function eventName(texts: Texts, type: string): string {
  const message = Object.hasOwn(texts.events, type) ? texts.events[type] : undefined;
  return message === undefined ? type : formatMessage(message, {}, texts.lang);
}
