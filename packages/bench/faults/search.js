/** Looks for words in bytes as they are and under the disguises that a store or a log could give them. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** How every word begins: a file that holds no disguise of it holds no word. */
export const mark = 'CANARY';

/** The disguises of one word: text, other case, two bytes a character, hexadecimal, base64 at its three alignments. */
export function disguises(word) {
  const bytes = Buffer.from(word);
  const shifts = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift, 0x20), bytes]).toString('base64');
    // The first and last characters also hold bits of the neighbours.
    return text.slice(shift === 0 ? 0 : 4, -4);
  });
  return [
    word,
    word.toLowerCase(),
    Buffer.from(word, 'utf16le'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...shifts,
    [...word].reverse().join(''),
  ];
}

/** The words that bytes hold under any disguise, each as `"CANARY…"`. */
export function findIn(bytes, words) {
  if (!disguises(mark).some((disguise) => bytes.includes(disguise))) return [];
  const found = words.filter((word) =>
    disguises(word).some((disguise) => bytes.includes(disguise)),
  );
  return found.map((word) => `"${word}"`);
}

/** The same in every file below a folder, and in the names of the files. */
export async function searchFolder(folder, words) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const found = [];
  for (const file of files) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    const name = Buffer.from(path.relative(folder, file));
    for (const word of [...findIn(name, words), ...findIn(bytes, words)])
      found.push({ file: path.relative(folder, file), found: word });
  }
  return found;
}
