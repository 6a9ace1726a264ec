import { gzipSync } from 'node:zlib';
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { root } from './workspace.js';

/**
 * What a browser loads holds no Ajv, no Node module and no code made from text;
 * the same bundles are held to their size. kB = 1000 bytes, min + gzip.
 */
const entries: readonly { readonly name: string; readonly file: string; readonly external?: readonly string[]; readonly limit: number }[] = [
  { name: 'procedure', file: 'packages/procedure/src/index.ts', limit: 30 },
  { name: 'engine without XState', file: 'packages/engine/src/index.ts', external: ['xstate'], limit: 11 },
  { name: 'attestation', file: 'packages/attestation/src/index.ts', limit: 14 },
  { name: 'gateway', file: 'packages/gateway/src/index.ts', external: ['@guichet/engine', '@guichet/procedure'], limit: 9 },
  { name: 'elements with lit', file: 'packages/elements/src/index.ts', external: ['@guichet/engine', '@guichet/attestation', 'xstate'], limit: 28 },
];

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
    expect(inputs.filter((input) => /node_modules\/(ajv|ajv-formats)\//.test(input))).toEqual([]);
    const code = made.outputFiles[0]?.text ?? '';
    expect(code).not.toMatch(/\bnew Function\b|[^.\w]eval\(|["']node:/);
    expect(gzipSync(code, { level: 9 }).length / 1000).toBeLessThanOrEqual(limit);
  });
});
