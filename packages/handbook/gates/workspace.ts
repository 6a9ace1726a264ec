import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root folder of the workspace. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly workspaces?: readonly string[];
}

export interface Package {
  /** Folder name: `engine`. */
  readonly folder: string;
  /** Absolute path. */
  readonly path: string;
  readonly manifest: Manifest;
}

/** Packages below `packages/`, in the order of the workspace. */
export function packages(): readonly Package[] {
  return readdirSync(path.join(root, 'packages'))
    .filter((folder) => existsSync(path.join(root, 'packages', folder, 'package.json')))
    .map((folder) => ({
      folder,
      path: path.join(root, 'packages', folder),
      manifest: JSON.parse(readFileSync(path.join(root, 'packages', folder, 'package.json'), 'utf8')) as Manifest,
    }));
}

/** All files below a folder with one of the endings, absolute paths, `dist` and `node_modules` left out. */
export function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      return ['node_modules', 'dist', '.git'].includes(entry.name) ? [] : filesBelow(full, endings);
    }
    return endings.some((ending) => entry.name.endsWith(ending)) ? [full] : [];
  });
}

/** Path below the workspace, for messages. */
export const short = (file: string): string => path.relative(root, file);

/** Is this file run only by tests, stories or benches? */
export const isTest = (file: string): boolean =>
  /\.(test|test-d|stories|suite)\.ts$|\/(fixtures|testing)\/|\/(testing|fixture)\.ts$|tsup\.config\.ts$/.test(file);
