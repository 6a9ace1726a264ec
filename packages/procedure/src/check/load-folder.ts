import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { readJson } from '../read/read-json.js';
import { entriesOf, member } from '../read/shapes.js';
import { largestFile } from '../read/workspace.js';
import type { ProcedureFiles } from '../types/problem.js';

/**
 * Reads a procedure's folder and the shared blocks into memory, JSON files only, by path below `schemasDir`.
 *
 * Files that are too large are read just far enough to be reported; bytes that are not UTF-8 become U+FFFD,
 * which `compile` reports. A folder that does not exist gives no files.
 */
export async function loadFolder(schemasDir: string, id: string): Promise<ProcedureFiles> {
  const names = [...(await namesIn(schemasDir, id)), ...(await namesIn(schemasDir, 'shared'))];
  const files = await readAll(schemasDir, names);
  return { id, files: { ...files, ...(await readLinked(schemasDir, id, files)) } };
}

async function readAll(
  schemasDir: string,
  names: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const texts = await Promise.all(names.map((name) => readStart(path.join(schemasDir, name))));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}

/** The questions of the procedures that this one opens: what is carried there must be asked there. */
async function readLinked(
  schemasDir: string,
  id: string,
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const file = `${id}/procedure.json`;
  const { value } = readJson(file, files[file] ?? '', new WeakMap());
  const named = entriesOf(member(value, 'links')).map(([, link]) => member(link, 'procedure'));
  const others = [...new Set(named)].filter(
    (other): other is string =>
      typeof other === 'string' && other !== id && /^[a-z][a-z0-9-]*$/.test(other),
  );
  const wanted = others.map((other) => `${other}/data.schema.json`);
  const found = await Promise.all(
    wanted.map((name) =>
      stat(path.join(schemasDir, name)).then(
        () => name,
        () => undefined,
      ),
    ),
  );
  return readAll(
    schemasDir,
    found.filter((name) => name !== undefined),
  );
}

/** Paths of the JSON files of a folder, links not followed. */
async function namesIn(schemasDir: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(schemasDir, folder), { withFileTypes: true }).catch(
    () => [],
  );
  const names: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) names.push(...(await namesIn(schemasDir, name)));
    else if (entry.isFile() && entry.name.endsWith('.json')) names.push(name);
  }
  return names;
}

/** Published files hold every language and may be larger than what an author writes. */
const publishedLimit = 20_000_000;

async function readStart(file: string): Promise<string> {
  const isPublished = path.basename(path.dirname(file)) === 'published';
  const limit = isPublished ? publishedLimit : largestFile * 4;
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.min(size, limit));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    // The byte order mark is kept, so that it can be reported.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
