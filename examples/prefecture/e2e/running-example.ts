import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('../start.js', import.meta.url));

/** The example as `npm start` runs it, in a process and folders of its own. */
export interface RunningExample {
  readonly first: string;
  readonly second: string;
  readonly folder: string;
  /** All that it printed. */
  output(): string;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same folders and ports. */
  again(): Promise<RunningExample>;
  close(): Promise<void>;
}

export interface ExampleOptions {
  readonly folder?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the example and waits until it answers. */
export async function runExample(options: ExampleOptions = {}): Promise<RunningExample> {
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), 'guichet-e2e-')));
  const port = options.port ?? 20_000 + Math.floor(Math.random() * 20_000) * 2;
  const env = {
    ...process.env,
    PORT: String(port),
    GUICHET_DATA: path.join(folder, 'data'),
    GUICHET_KEYS: path.join(folder, 'keys'),
    ...options.env,
  };
  const child = spawn(process.execPath, [start], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await ready(child, () => output);

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const over = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await over;
  }
  return {
    first: `http://localhost:${port}`,
    second: `http://localhost:${port + 1}`,
    folder,
    output: () => output,
    kill: () => end('SIGKILL'),
    again: () => runExample({ ...options, folder, port }),
    async close() {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function ready(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = setInterval(() => {
      if (!output().includes('Ready after')) return;
      clearInterval(look);
      resolve();
    }, 50);
    child.once('exit', (code) => {
      clearInterval(look);
      reject(new Error(`The example ended with ${code}:\n${output()}`));
    });
  });
}
