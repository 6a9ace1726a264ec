import { parsePointer } from '@guichet/procedure';

type Files = Readonly<Record<string, string>>;

/**
 * A JSON file with its `$use`s filled in: the object named, its own siblings winning.
 * `files` maps paths below `schemas` to texts.
 */
export function readWithUses(files: Files, path: string): unknown {
  return resolve(files, path, JSON.parse(textOf(files, path)));
}

function resolve(files: Files, path: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => resolve(files, path, one));
  if (typeof value !== 'object' || value === null) return value;
  const { $use, ...own } = value as { readonly $use?: unknown };
  const mine = Object.fromEntries(
    Object.entries(own).map(([name, one]) => [name, resolve(files, path, one)]),
  );
  return typeof $use === 'string' ? { ...used(files, path, $use), ...mine } : mine;
}

function used(files: Files, path: string, use: string): object {
  const [file = '', pointer = ''] = use.split('#');
  const target = absolute(path, file);
  let found: unknown = JSON.parse(textOf(files, target));
  for (const segment of parsePointer(pointer))
    found = (found as Readonly<Record<string, unknown>>)[segment];
  return resolve(files, target, found) as object;
}

function absolute(from: string, relative: string): string {
  const segments = from.split('/').slice(0, -1);
  for (const segment of relative.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function textOf(files: Files, path: string): string {
  const text = Object.hasOwn(files, path) ? files[path] : undefined;
  if (text === undefined) throw new Error(`No file ${path} among those given.`);
  return text;
}
