/** Heap that sessions take, for a child process with `--expose-gc`: bytes per field, the plan apart. */
import { openGuichet } from '../contenders/engine-guichet.js';

const held = 10;

/** @param {'opened' | 'shown'} what opened, or with every field and group shown once */
export function heapOf(procedure, what) {
  const { plan } = procedure;
  openGuichet(procedure);
  const before = used();
  const sessions = Array.from({ length: held }, () => openGuichet(procedure).session);
  if (what === 'shown') for (const session of sessions) for (const pointer of Object.keys(plan.fields)) session.field(pointer);
  const bytes = (used() - before) / held / Object.keys(plan.fields).length;
  if (sessions.length !== held) throw new Error('The sessions are still held.');
  return bytes;
}

function used() {
  for (let i = 0; i < 4; i += 1) globalThis.gc();
  return process.memoryUsage().heapUsed;
}
