import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Whether what was built from some files is still what they would give: their names, sizes and times
 * are compared with those noted after the last build.
 */
export async function isFresh(stamp, sources) {
  const noted = await readFile(stamp, 'utf8').catch(() => '');
  return noted !== '' && noted === (await noteOf(sources));
}

/** Notes that what `sources` hold now has been built. */
export async function noteBuilt(stamp, sources) {
  await writeFile(stamp, await noteOf(sources));
}

async function noteOf(sources) {
  const files = (await Promise.all(sources.map(filesOf))).flat().sort();
  const lines = files.map(async (file) => {
    const { size, mtimeMs } = await stat(file);
    return `${file} ${size} ${mtimeMs}`;
  });
  return (await Promise.all(lines)).join('\n');
}

async function filesOf(source) {
  const entry = await stat(source).catch(() => undefined);
  if (entry === undefined) return [];
  if (entry.isFile()) return [source];
  const found = await readdir(source, { recursive: true, withFileTypes: true });
  return found
    .filter((one) => one.isFile() && !/\.(test|stories)\.ts$/.test(one.name))
    .map((one) => path.join(one.parentPath ?? one.path, one.name));
}
