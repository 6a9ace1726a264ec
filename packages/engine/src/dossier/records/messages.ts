import type { DossierEvent } from '../events.js';
import type { MessageRecord } from '../state.js';

/** The messages after an event; an answer names in `answers` what it answers. */
export function foldMessages(
  messages: readonly MessageRecord[],
  event: DossierEvent,
): readonly MessageRecord[] {
  if (event.type !== 'MESSAGE_SENT') return messages;
  const { n = messages.length + 1, answers } = event.body;
  const before = messages.map((message) =>
    message.n === answers ? { ...message, state: 'answered' as const } : message,
  );
  return [...before, { n, at: event.occurredAt, by: event.by.as, state: 'sent' }];
}
