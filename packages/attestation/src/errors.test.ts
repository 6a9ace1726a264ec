/// <reference types="node" />
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

it('every error code has a heading in errors.md, and the reverse', async () => {
  const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');
  const inCode = [...(await read('./errors.ts')).matchAll(/^ {2}'([a-z-]+)': \(at/gm)].map(
    (m) => m[1],
  );
  const inDocs = [...(await read('../errors.md')).matchAll(/^## `([a-z-]+)`$/gm)].map((m) => m[1]);
  expect(inCode.length).toBeGreaterThan(5);
  expect(inDocs.toSorted()).toEqual(inCode.toSorted());
});
