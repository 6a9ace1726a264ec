import {
  isDuration,
  parseDuration,
  type Duration,
  type Message,
  type Texts,
} from '@guichet/procedure';
import type { AttestationPart } from '../../ports.js';
import { formatMessage, type MessageParams } from '../../texts/format-message.js';
import { formatTime } from '../../texts/intl.js';
import { dayIn } from '@guichet/procedure';

/** One language of a receipt: says its sentences, formats its days. */
export interface Words {
  readonly texts: Texts;
  readonly lang: string;
  /** Text of `says["receipt.<key>"]`. */
  say(key: string, params?: MessageParams): string;
  /** Any message of the bundle. */
  text(message: Message | undefined, params?: MessageParams): string;
  heading(key: string): AttestationPart;
  sentence(key: string, params?: MessageParams, strong?: boolean): AttestationPart;
  line(key: string, value: string): AttestationPart;
  labelled(label: string, value: string): AttestationPart;
  /** Parameters `day` and `time` of an instant, in a zone. */
  when(instant: string, zone: string): { readonly day: string; readonly time: string };
  /** `P2M` in words; anything else as it is. */
  duration(text: string): string;
}

/** Words of a bundle. A key that is missing is written as it is, so that it is seen and not silently dropped. */
export function wordsOf(texts: Texts): Words {
  const { lang } = texts;
  const text: Words['text'] = (message, params = {}) => formatMessage(message ?? '', params, lang);
  const say: Words['say'] = (key, params) =>
    text(texts.says[`receipt.${key}`] ?? `receipt.${key}`, params);
  return {
    texts,
    lang,
    text,
    say,
    heading: (key) => ({ is: 'heading', lang, text: say(key) }),
    sentence: (key, params, strong) => ({
      is: 'sentence',
      lang,
      text: say(key, params),
      ...(strong && { strong }),
    }),
    line: (key, value) => ({ is: 'line', lang, label: say(`label.${key}`), value }),
    labelled: (label, value) => ({ is: 'line', lang, label, value }),
    when: (instant, zone) => ({ day: dayIn(instant, zone), time: formatTime(instant, zone, lang) }),
    duration: (duration) => (isDuration(duration) ? inWords(duration, say) : duration),
  };
}

function inWords(duration: Duration, say: Words['say']): string {
  const parts = parseDuration(duration);
  if (!parts) return duration;
  const days = parts.weeks * 7 + parts.days;
  const counted = [
    ['years', parts.years],
    ['months', parts.months],
    ['days', days],
  ] as const;
  return counted
    .filter(([, n]) => n !== 0)
    .map(([unit, n]) => say(`value.${unit}`, { n }))
    .join(' ');
}

/** A number of bytes in the units of a language: 1 ko is 1,000 octets. */
export function sizeInWords(bytes: number, lang: string): string {
  const [value, unit] =
    bytes >= 1_000_000
      ? [bytes / 1_000_000, 'megabyte']
      : [Math.max(1, Math.round(bytes / 1000)), 'kilobyte'];
  const locale = `${lang.replace(/-x-.*$/, '')}-u-nu-latn`;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    value,
  );
}
