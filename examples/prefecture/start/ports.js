import { createServer } from 'node:net';
import { Sentence } from './sentence.js';

/** Says at once that a port is taken, before a minute is spent on building. */
export async function requirePorts(ports) {
  for (const port of ports) {
    if (!(await isFree(port))) {
      throw new Sentence(
        `Port ${port} is used by another program: stop it, or choose two free ports with PORT (PORT and PORT+1 are used).`,
      );
    }
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
