import type { Message, Texts } from '@guichet/procedure';

/**
 * A text by dotted key: the interface's first, then the procedure's (`says.…`,
 * `steps.<name>.title`, `fields./card/reason.label`), then a bare key of `says`.
 */
export function findText(texts: Texts, key: string): Message | undefined {
  const ui = own(texts.ui, key);
  if (ui !== undefined) return ui as Message;
  const dot = key.indexOf('.');
  const section = own(texts, dot < 0 ? key : key.slice(0, dot));
  const found = dot < 0 ? section : within(section, key.slice(dot + 1));
  return isMessage(found) ? found : (own(texts.says, key) as Message | undefined);
}

function within(section: unknown, rest: string): unknown {
  const direct = own(section, rest);
  if (direct !== undefined) return direct;
  const dot = rest.lastIndexOf('.');
  return dot < 0 ? undefined : own(own(section, rest.slice(0, dot)), rest.slice(dot + 1));
}

function own(record: unknown, key: string): unknown {
  return typeof record === 'object' && record !== null && Object.hasOwn(record, key)
    ? (record as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function isMessage(found: unknown): found is Message {
  return typeof found === 'string' || Array.isArray(found);
}
