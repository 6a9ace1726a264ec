import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../docs/', import.meta.url));
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
const read = (name: string): string => readFileSync(folder + name, 'utf8');

/** What a page's snippets take for given is in a comment that readers do not see. */
function moduleOf(page: string): string {
  const given = [...page.matchAll(/<!-- given\n([\s\S]*?)-->/g)].map(([, code]) => code);
  const shown = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code);
  return [...given, ...shown].join('\n');
}

function errorsIn(sources: ReadonlyMap<string, string>): readonly string[] {
  const config = ts.readConfigFile(path.join(folder, '../tsconfig.json'), ts.sys.readFile);
  const root = path.join(folder, '..');
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  // A snippet says what something is by naming it, and a page shows its values.
  const relaxed = {
    ...options,
    noEmit: true,
    noUnusedLocals: false,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  };
  const host = ts.createCompilerHost(relaxed);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => sources.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const text = sources.get(name);
    return text === undefined
      ? getSourceFile.call(host, name, ...rest)
      : ts.createSourceFile(name, text, rest[0]);
  };
  const program = ts.createProgram([...sources.keys()], relaxed, host);
  return [...sources.keys()].flatMap((name) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(name))
      .map(
        ({ messageText }) =>
          `${path.basename(name)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      ),
  );
}

describe('the docs of the engine', () => {
  it('have snippets that compile', () => {
    const virtual = (name: string) =>
      path.join(folder, '../src', `docs-${name.replace('.md', '')}.ts`);
    expect(errorsIn(new Map(pages.map((name) => [virtual(name), moduleOf(read(name))])))).toEqual(
      [],
    );
  }, 60_000);

  it.each(pages)('%s is short, and links to what exists', (name) => {
    const page = read(name);
    expect(page.split('\n').length).toBeLessThan(120);
    const links = [...page.matchAll(/\]\((\.\.[^)#]*)/g)].map(([, link]) => link ?? '');
    for (const link of links)
      expect(ts.sys.fileExists(folder + link) || ts.sys.directoryExists(folder + link), link).toBe(
        true,
      );
  });
});
