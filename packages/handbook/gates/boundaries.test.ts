import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf } from './imports.js';
import { filesBelow, isTest, packages, root, short, type Package } from './workspace.js';

/** design: data flows down, imports point up. A package imports only from a lower rank. */
const rank: Readonly<Record<string, number>> = {
  procedure: 0,
  attestation: 0,
  engine: 1,
  elements: 2,
  gateway: 2,
  documents: 2,
  service: 3,
  cli: 3,
  embed: 3,
};
/** Data and private tools: nothing imports them, they import anything. */
const free = ['conformance', 'handbook', 'bench'];
/** `service` shares the wire contract with `gateway`, and nothing else of it. */
const onlyEntry: Readonly<Record<string, readonly string[]>> = { 'service>gateway': ['@guichet/gateway/wire'] };

const all = packages();
const ranked = all.filter((one) => one.folder in rank);
const sources = (one: Package): readonly string[] => filesBelow(path.join(one.path, 'src'), ['.ts']);

describe('boundaries', () => {
  it('every package has a rank or is free of ranks', () => {
    expect(all.map((one) => one.folder).filter((name) => !(name in rank) && !free.includes(name))).toEqual([]);
  });

  it('imports point to a lower rank, and to declared entries only', () => {
    const faults = ranked.flatMap((one) =>
      sources(one)
        .filter((file) => !isTest(file))
        .flatMap((file) => importsOf(file).flatMap((found) => faultOf(one, file, found.specifier, found.line))),
    );
    expect(faults).toEqual([]);
  });

  it('a relative import never leaves its package, but for the data in schemas', () => {
    const faults = ranked.flatMap((one) =>
      sources(one).flatMap((file) =>
        importsOf(file)
          .filter(({ specifier }) => specifier.startsWith('.'))
          .filter(({ specifier }) => !path.resolve(path.dirname(file), specifier).startsWith(one.path + path.sep))
          .filter(() => !isTest(file))
          .filter(({ specifier }) => !isSchemaData(path.resolve(path.dirname(file), specifier)))
          .map(({ specifier, line }) => `${short(file)}:${line} imports ${specifier}`),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('nothing imports the handbook, the bench or the conformance data at runtime', () => {
    const faults = ranked.flatMap((one) =>
      sources(one)
        .filter((file) => !isTest(file))
        .flatMap((file) =>
          importsOf(file)
            .filter(({ specifier }) => free.some((name) => specifier.startsWith(`@guichet/${name}`)))
            .map(({ specifier, line }) => `${short(file)}:${line} imports ${specifier}`),
        ),
    );
    expect(faults).toEqual([]);
  });

  it('no file imports itself through others at runtime', () => {
    expect(ranked.flatMap((one) => cyclesOf(sources(one).filter((file) => !isTest(file))))).toEqual([]);
  });
});

/** JSON below `schemas/` is bundled at build by whoever needs it. */
const isSchemaData = (file: string): boolean =>
  file.startsWith(path.join(root, 'schemas') + path.sep) && file.endsWith('.json');

function faultOf(one: Package, file: string, specifier: string, line: number): readonly string[] {
  const at = `${short(file)}:${line}`;
  if (specifier.startsWith('.')) return [];
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) {
    return specifier.startsWith('node:') ? [] : [`${at} imports "${specifier}": write node:${specifier}`];
  }
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const declared = { ...one.manifest.dependencies };
  if (!(name in declared) && name !== one.manifest.name) return [`${at} imports "${name}", which ${one.folder} does not declare`];
  const target = all.find((other) => other.manifest.name === name);
  if (!target || target.folder === one.folder) return [];
  const allowed = onlyEntry[`${one.folder}>${target.folder}`];
  if (allowed && !allowed.includes(specifier)) return [`${at}: ${one.folder} takes from ${target.folder} only ${allowed.join(', ')}`];
  const [own, theirs] = [rank[one.folder] ?? 0, rank[target.folder] ?? 99];
  if (theirs >= own) return [`${at}: ${one.folder} (rank ${own}) imports ${target.folder} (rank ${theirs})`];
  const entry = specifier === name ? '.' : `.${specifier.slice(name.length)}`;
  return entry in (target.manifest.exports ?? {}) ? [] : [`${at}: ${target.folder} has no entry "${entry}"`];
}

function cyclesOf(files: readonly string[]): readonly string[] {
  const known = new Set(files);
  const edges = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly)
        .map(({ specifier }) => path.resolve(path.dirname(file), specifier.replace(/\.js$/, '.ts')))
        .filter((target) => known.has(target)),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      found.push([...trail.slice(trail.indexOf(file)), file].map(short).join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}
