import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { encode, type Encoded } from './encoded.js';

/** Pages, scripts, sheets and their like; images and maps for a debugger are sent as they are. */
const compressible = /\.(html|js|mjs|css|svg|json|webmanifest|txt)$/;

/** The files of a folder in each form that they are sent in. */
export interface EncodedPages {
  /** Of a file as it is now; nothing for one that is sent as it is. */
  of(file: string): Promise<Encoded | undefined>;
}

/** Compresses the files of a folder once, one after another, from now on; one that was built anew is compressed again when asked for. */
export function encodePages(dir: string): EncodedPages {
  const known = new Map<string, { readonly as: string; readonly encoded: Promise<Encoded> }>();
  async function of(file: string): Promise<Encoded | undefined> {
    if (!compressible.test(file)) return undefined;
    const { size, mtimeMs } = await stat(file);
    const as = `${size} ${mtimeMs}`;
    const found = known.get(file);
    if (found?.as === as) return found.encoded;
    const encoded = readFile(file).then(encode);
    known.set(file, { as, encoded });
    return encoded;
  }
  // What cannot be read now is met, and said, when somebody asks for it.
  void encodeAll(dir, of).catch(() => undefined);
  return { of };
}

async function encodeAll(dir: string, of: EncodedPages['of']): Promise<void> {
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) await of(path.join(entry.parentPath, entry.name));
}
