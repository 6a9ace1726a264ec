/** Guichet: a session of `@guichet/engine`. */
import { openSession } from '@guichet/engine';
import { draftOf, idlePorts } from '../harness/ports.js';

/** Opens a session; `answer` says how many things it named as changed. */
export function openGuichet(procedure, draft = draftOf(procedure)) {
  const { plan, texts, planHash, textsHash } = procedure;
  const session = openSession(plan, texts, { draft, planHash, textsHash, ports: idlePorts() });
  return { session, answer: (pointer, value) => session.answer(pointer, value).size };
}
