import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, packages, root, short } from './workspace.js';

/** Every code thrown has a heading in the `errors.md` beside its `errors.ts`, and the reverse. */
const tables = packages()
  .flatMap((one) => filesBelow(path.join(one.path, 'src'), ['errors.ts']))
  .filter((file) => path.basename(file) === 'errors.ts');

describe('errors documented', () => {
  it('finds the packages that throw', () => {
    expect(tables.length).toBeGreaterThan(0);
  });

  it.each(tables.map((file) => [short(file)]))('%s and its errors.md name the same codes', (file) => {
    const beside = path.join(path.dirname(path.join(root, file)), 'errors.md');
    const atTop = path.join(root, ...file.split(path.sep).slice(0, 2), 'errors.md');
    const page = existsSync(beside) ? beside : atTop;
    expect(existsSync(page), `${short(page)} is missing`).toBe(true);
    expect(headings(page)).toEqual(codes(path.join(root, file)));
  });
});

function codes(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^\s+'?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)'?: (?:\(|')/gm)].map((found) => found[1] ?? '').sort();
}

function headings(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^##+ `?([a-z0-9-]+)`?\s*$/gm)].map((found) => found[1] ?? '').sort();
}
