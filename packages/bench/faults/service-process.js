/** One process of the service: started, killed without warning, or closed properly. */
import { spawn } from 'node:child_process';

const patience = 60_000;

/**
 * Starts the service and waits until it listens.
 * @throws what it said on its error output when it ends before that
 */
export async function startService(file, options) {
  const child = spawn(process.execPath, [file, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = { out: '', err: '' };
  child.stderr.setEncoding('utf8').on('data', (text) => (lines.err += text));
  child.stdout.setEncoding('utf8');
  const ended = new Promise((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  const url = await new Promise((resolve, reject) => {
    const late = setTimeout(() => fail('It was not ready in time.'), patience);
    const fail = (sentence) => {
      clearTimeout(late);
      child.kill('SIGKILL');
      reject(Object.assign(new Error(sentence), { said: lines.err.trim() }));
    };
    child.stdout.on('data', (text) => {
      lines.out += text;
      const ready = /^\{"ready":.*\}$/m.exec(lines.out);
      if (!ready) return;
      clearTimeout(late);
      resolve(JSON.parse(ready[0]).ready[0]);
    });
    void ended.then(({ code }) =>
      fail(`It ended with ${code} before it was ready: ${lines.err.trim()}`),
    );
  });
  return {
    url,
    options,
    pid: child.pid,
    /** Everything it wrote, to both outputs. */
    log: () => lines.out + lines.err,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    /** As when the current is cut: nothing is flushed, nothing is said. */
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async close() {
      child.kill('SIGTERM');
      return (await ended).code;
    },
  };
}
