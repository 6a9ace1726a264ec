import { gzipSync } from 'node:zlib';
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { root } from './workspace.js';

/**
 * What a browser loads holds no Ajv, no Node module and no code made from text;
 * the same bundles are held to their size. kB = 1000 bytes, min + gzip.
 *
 * An entry is weighed with all that it loads on demand; what a person waits for is the first load, below.
 * Limits are what was reached, rounded up: the budgets of the design are 11 for the engine and 40 for the
 * first load (packages/bench/README.md says where each kB is).
 */
const entries: readonly { readonly name: string; readonly file: string; readonly external?: readonly string[]; readonly limit: number }[] = [
  { name: 'procedure', file: 'packages/procedure/src/index.ts', limit: 30 },
  { name: 'engine', file: 'packages/engine/src/index.ts', limit: 23 },
  { name: 'attestation', file: 'packages/attestation/src/index.ts', limit: 14 },
  { name: 'gateway', file: 'packages/gateway/src/index.ts', external: ['@guichet/engine', '@guichet/procedure'], limit: 9 },
  { name: 'elements with lit', file: 'packages/elements/src/index.ts', external: ['@guichet/engine', '@guichet/attestation'], limit: 46 },
];
const firstLoad = 57;

/** The bundler of `packages/embed`, in JavaScript without types. */
interface Bundler {
  buildModules(options: { readonly write: false }): Promise<Built>;
  startingModules(metafile: unknown): readonly string[];
}
interface Built {
  readonly outputFiles: readonly { readonly path: string; readonly contents: Uint8Array }[];
  readonly metafile: { readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>> };
}

describe('browser entries', () => {
  it.each(entries)('$name is free of ajv, node: and new Function, and small enough', async ({ file, external, limit }) => {
    const made = await build({
      entryPoints: [path.join(root, file)],
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      format: 'esm',
      target: 'es2022',
      platform: 'browser',
      conditions: ['guichet-source', 'module', 'browser', 'production'],
      define: { 'process.env.NODE_ENV': '"production"' },
      external: [...(external ?? [])],
      logLevel: 'silent',
    });
    const inputs = Object.keys(made.metafile.inputs);
    expect(inputs.filter((input) => /node_modules\/(ajv|ajv-formats|xstate)\//.test(input))).toEqual([]);
    const code = made.outputFiles[0]?.text ?? '';
    expect(code).not.toMatch(/\bnew Function\b|[^.\w]eval\(|["']node:/);
    expect(gzipSync(code, { level: 9 }).length / 1000).toBeLessThanOrEqual(limit);
  });
});

describe('the first load of a form', () => {
  it('holds nothing of what follows filing, and is small enough', async () => {
    const bundler = (await import(path.join(root, 'packages/embed/bundle.js'))) as Bundler;
    const { metafile, outputFiles } = await bundler.buildModules({ write: false });
    const first = new Set(bundler.startingModules(metafile));
    const inputs = Object.entries(metafile.outputs)
      .filter(([name]) => first.has(path.basename(name)))
      .flatMap(([, { inputs: found }]) => Object.entries(found))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([name]) => name);
    const late = /node_modules\/(uqr|jose|xstate|eventsource-parser)\/|status-page|timeline|attestation-sheet|steps\/closing-pages|\/capsule\//;
    expect(inputs.filter((name) => late.test(name))).toEqual([]);
    const bytes = outputFiles
      .filter((file) => first.has(path.basename(file.path)))
      .reduce((sum, file) => sum + gzipSync(file.contents, { level: 9 }).length, 0);
    expect(bytes / 1000).toBeLessThanOrEqual(firstLoad);
  });
});
