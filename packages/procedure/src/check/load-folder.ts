import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
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
  const texts = await Promise.all(names.map((name) => readStart(path.join(schemasDir, name))));
  return { id, files: Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ''])) };
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
