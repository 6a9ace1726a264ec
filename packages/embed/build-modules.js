/**
 * The modules of the form: one file that its first step waits for, and files that are loaded on demand.
 *
 * What the first step needs is one file, though later modules share parts of it: split along those
 * parts it was ten files, and 4 kB heavier. esbuild cannot be told so; Rolldown, which Vite brings, can.
 */
import path from 'node:path';
import { rolldown } from 'rolldown';
import { compactSource } from './compact-source.js';
import { renamePolicy } from './rename-policy.js';
import { shortErrors } from './short-errors.js';

const root = path.dirname(new URL(import.meta.url).pathname);

/**
 * Bundles them; `dir` is where they are written, nowhere when absent. Answers each file: its name, code
 * and modules with the bytes of each, and whether the first step waits for it, the entry first.
 */
export async function buildModules(dir) {
  const bundle = await rolldown({
    input: { form: path.join(root, 'src/register.ts') },
    platform: 'browser',
    tsconfig: false,
    preserveEntrySignatures: 'allow-extension',
    resolve: { conditionNames: ['guichet-source', 'module', 'import', 'default'] },
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [compactSource, renamePolicy, shortErrors].map(fromEsbuild),
  });
  const options = {
    format: 'esm',
    minify: true,
    sourcemap: true,
    comments: false,
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
  };
  const first = modulesOfFirst(described(await bundle.generate(options)));
  const whole = { ...options, codeSplitting: oneFileOf(first) };
  const made = dir ? await bundle.write({ ...whole, dir }) : await bundle.generate(whole);
  await bundle.close();
  return described(made);
}

/** Only a first split tells what the entry uses of what it names. */
function modulesOfFirst(files) {
  return new Set(
    files.filter(({ isFirst }) => isFirst).flatMap((file) => file.modules.map(({ id }) => id)),
  );
}

function oneFileOf(modules) {
  return {
    includeDependenciesRecursively: false,
    groups: [{ name: 'first', test: (id) => modules.has(relative(id)) }],
  };
}

function relative(id) {
  return path.relative(path.join(root, '../..'), id);
}

function described({ output }) {
  const chunks = output.filter(({ type }) => type === 'chunk');
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = new Set();
  const visit = (name) => {
    if (first.has(name) || !named.has(name)) return;
    first.add(name);
    named.get(name).imports.forEach(visit);
  };
  visit(chunks.find(({ isEntry }) => isEntry).fileName);
  const names = [...first, ...[...named.keys()].filter((name) => !first.has(name)).sort()];
  return names.map((name) => {
    const { code, modules } = named.get(name);
    return {
      name,
      code,
      isFirst: first.has(name),
      modules: Object.entries(modules).map(([id, { renderedLength }]) => ({
        id: relative(id),
        bytes: renderedLength,
      })),
    };
  });
}

/** The plugins are esbuild's, since the builds in one file use them too: each loads some sources. */
function fromEsbuild({ name, setup }) {
  const loads = [];
  setup({ onLoad: ({ filter }, load) => loads.push({ filter, load }) });
  return {
    name,
    async load(id) {
      const found = loads.find(({ filter }) => filter.test(id));
      if (!found) return null;
      const { contents, loader } = await found.load({ path: id });
      return { code: contents, moduleType: loader };
    },
  };
}
