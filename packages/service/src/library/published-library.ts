import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { hashOf, type Published } from '@guichet/procedure';
import { secondVoice, servedFiles, type SecondVoice } from '@guichet/procedure/check';
import { ServiceError } from '../errors.js';
import { encode, type Encoded } from '../http/encoded.js';
import { sha256 } from '../secrets/cipher.js';

/** One published version, with Ajv compiled once. */
export interface Held {
  readonly published: Published;
  readonly secondVoice: SecondVoice;
  /** `plan.json`, `meta.json`, `texts.<lang>.json`: what a page loads. */
  readonly files: ReadonlyMap<string, ServedFile>;
}

export interface ServedFile {
  readonly text: string;
  /** Of the text itself; each of its forms has one of its own. */
  readonly etag: string;
  /** Compressed once, from the moment the version is loaded. */
  readonly encoded: Promise<Encoded>;
}

export interface Library {
  find(id: string, version: string): Held | undefined;
  /** The version with that plan: what a draft that moved forward is filed under. */
  withPlan(id: string, planHash: string): Held | undefined;
  /** The newest version of a procedure. */
  latest(id: string): Held | undefined;
  all(): readonly Held[];
}

/** Loads every `published/<version>.json` below `schemasDir`. Throws `no-procedure`, `procedure-unreadable`. */
export async function loadLibrary(schemasDir: string): Promise<Library> {
  const files = await publishedFiles(schemasDir);
  if (files.length === 0) throw new ServiceError('no-procedure', { folder: schemasDir });
  return libraryOf(await Promise.all(files.map(readPublished)));
}

/** A library of versions that are in memory already. */
export function libraryOf(published: readonly Published[]): Library {
  const held = published.map(hold);
  const byName = new Map(held.map((one) => [nameOf(one.published), one]));
  const latest = new Map<string, Held>();
  for (const one of held) {
    const known = latest.get(one.published.id);
    if (!known || isNewer(one.published.version, known.published.version))
      latest.set(one.published.id, one);
  }
  return {
    find: (id, version) => byName.get(`${id}@${version}`),
    withPlan: (id, planHash) =>
      held.find(({ published }) => published.id === id && published.planHash === planHash),
    latest: (id) => latest.get(id),
    all: () => held,
  };
}

function hold(published: Published): Held {
  const files = Object.entries(servedFiles(published)).map(([name, text]): [string, ServedFile] => [
    name,
    {
      text,
      etag: `"${sha256(text).toString('hex').slice(0, 32)}"`,
      encoded: encode(Buffer.from(text)),
    },
  ]);
  return { published, secondVoice: secondVoice(published), files: new Map(files) };
}

const nameOf = (one: Published): string => `${one.id}@${one.version}`;

function isNewer(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { numeric: true }) > 0;
}

async function publishedFiles(schemasDir: string): Promise<readonly string[]> {
  const folders = await readdir(schemasDir, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    folders
      .filter((folder) => folder.isDirectory())
      .map(async ({ name }) => {
        const folder = path.join(schemasDir, name, 'published');
        const names = await readdir(folder).catch(() => []);
        return names
          .filter((file) => file.endsWith('.json'))
          .map((file) => path.join(folder, file));
      }),
  );
  return found.flat().sort();
}

async function readPublished(file: string): Promise<Published> {
  const published = JSON.parse(
    await readFile(file, 'utf8').catch(() => 'null'),
  ) as Published | null;
  const isWhole = published?.format === 1 && (await hashOf(published.plan)) === published.planHash;
  if (!published || !isWhole) throw new ServiceError('procedure-unreadable', { file });
  return published;
}
