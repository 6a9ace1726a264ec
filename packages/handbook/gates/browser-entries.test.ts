import { gzipSync } from 'node:zlib';
import path from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { root } from './workspace.js';

/**
 * What a browser loads holds no Ajv, no Node module and no code made from text;
 * the same bundles are held to their size. kB = 1000 bytes, min + gzip.
 *
 * Of an entry counts what its first import brings, not what it loads on demand.
 * Limits are what was reached, rounded up: the budgets of the design are 11 for the engine of a page, 4 of it
 * for the interpreter, and 40 for the first load (packages/bench/README.md says where each kB is).
 */
interface Entry {
  readonly name: string;
  readonly files: readonly string[];
  readonly external?: readonly string[];
  readonly limit: number;
}
const interpreter = ['evaluate', 'first-fault'].map(
  (name) => `packages/engine/src/interpreter/${name}.ts`,
);
const entries: readonly Entry[] = [
  { name: 'procedure', files: ['packages/procedure/src/index.ts'], limit: 50 },
  { name: 'engine of a page', files: ['packages/engine/src/form.ts'], limit: 23 },
  { name: 'interpreter', files: interpreter, limit: 4.4 },
  { name: 'engine, whole', files: ['packages/engine/src/index.ts'], limit: 37 },
  { name: 'engine, changes', files: ['packages/engine/src/changes.ts'], limit: 10 },
  { name: 'engine, explain', files: ['packages/engine/src/explain.ts'], limit: 13 },
  { name: 'attestation', files: ['packages/attestation/src/index.ts'], limit: 14 },
  {
    name: 'gateway',
    files: ['packages/gateway/src/index.ts'],
    external: ['@guichet/engine', '@guichet/procedure'],
    limit: 7.6,
  },
  {
    name: 'elements with lit',
    files: ['packages/elements/src/index.ts'],
    external: ['@guichet/engine', '@guichet/attestation'],
    limit: 27,
  },
];
const firstLoad = 54;

/** The bundler of `packages/embed`, in JavaScript without types. */
interface Bundler {
  buildModules(): Promise<readonly Module[]>;
}
interface Module {
  readonly code: string;
  readonly isFirst: boolean;
  readonly modules: readonly { readonly id: string; readonly bytes: number }[];
}

const { shortErrors } = (await import(path.join(root, 'packages/embed/short-errors.js'))) as {
  readonly shortErrors: Plugin;
};

describe('browser entries', () => {
  it.each(entries)(
    '$name is free of ajv, node: and new Function, and small enough',
    async ({ name, files, external, limit }) => {
      const made = await build({
        stdin: {
          contents: files.map((file) => `export * from './${file}';`).join('\n'),
          resolveDir: root,
        },
        bundle: true,
        minify: true,
        write: false,
        metafile: true,
        splitting: true,
        outdir: root,
        format: 'esm',
        target: 'es2022',
        platform: 'browser',
        conditions: ['guichet-source', 'module', 'browser', 'production'],
        define: { 'process.env.NODE_ENV': '"production"' },
        external: [...(external ?? [])],
        plugins: [shortErrors],
        logLevel: 'silent',
      });
      const inputs = Object.keys(made.metafile.inputs);
      expect(
        inputs.filter((input) => /node_modules\/(ajv|ajv-formats|xstate)\//.test(input)),
      ).toEqual([]);
      for (const { text } of made.outputFiles)
        expect(text).not.toMatch(/\bnew Function\b|[^.\w]eval\(|["']node:/);
      const first = firstOf(made.metafile.outputs);
      const loaded = made.outputFiles.filter((file) => first.has(path.relative(root, file.path)));
      // In one file, as a page gets it.
      const bytes = gzipSync(loaded.map(({ text }) => text).join('\n'), { level: 9 }).length;
      expect(bytes / 1000, `${name} weighs ${bytes}`).toBeLessThanOrEqual(limit);
    },
  );
});

/** The file of the entry and those it imports without being asked to. */
function firstOf(outputs: Metafile['outputs']): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const one of outputs[name]?.imports ?? [])
      if (one.kind === 'import-statement' && one.external !== true) visit(one.path);
  };
  visit(Object.keys(outputs).find((name) => outputs[name]?.entryPoint !== undefined) ?? '');
  return found;
}

describe('the first load of a form', () => {
  it('holds nothing of what follows filing, and is small enough', async () => {
    const bundler = (await import(path.join(root, 'packages/embed/build-modules.js'))) as Bundler;
    const first = (await bundler.buildModules()).filter(({ isFirst }) => isFirst);
    const inputs = first.flatMap(({ modules }) =>
      modules.filter(({ bytes }) => bytes > 0).map(({ id }) => id),
    );
    const late =
      /node_modules\/(uqr|jose|xstate|eventsource-parser|libphonenumber-js|iban)\/|status-page|timeline|attestation-sheet|steps\/closing-pages|\/capsule\/|session\/(closing-of|acts\/(file|pieces|upload|receive))|versions\//;
    expect(inputs.filter((name) => late.test(name))).toEqual([]);
    const bytes = first.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
    expect(bytes / 1000).toBeLessThanOrEqual(firstLoad);
  });
});
