import type { PieceAnswer, PieceFile } from '../draft.js';
import { sameJson } from '../keywords/same-json.js';
import { mergeOne } from './conflict.js';

type Given = PieceAnswer | undefined;
type WithFiles = Extract<PieceAnswer, { readonly files: unknown }>;
type Sides<T> = { readonly base: T; readonly ours: T; readonly theirs: T };

/**
 * What both sides gave for one piece: files are united, a file of both is there once, one that either took away
 * is gone. Files against a mark, or two kinds of paper, clash. @internal
 */
export function mergePiece(sides: Sides<Given>, clash: () => void): Given {
  const { base, ours, theirs } = sides;
  if (sameJson(ours, theirs) || sameJson(theirs, base)) return ours;
  if (sameJson(ours, base)) return theirs;
  if (!ours || !theirs || !('files' in ours) || !('files' in theirs)) {
    clash();
    return ours;
  }
  const before: WithFiles = base && 'files' in base ? base : { files: [] };
  const { files, ...rest } = mergeMembers({ base: before, ours, theirs }, clash);
  return { ...rest, files: mergeFiles(before.files, ours.files, theirs.files) };
}

/** The kind of paper, the day written on it: one by one. */
function mergeMembers({ base, ours, theirs }: Sides<WithFiles>, clash: () => void): WithFiles {
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]) as Set<keyof WithFiles>;
  const made: Record<string, unknown> = { files: [] };
  let isClash = false;
  for (const name of names) {
    if (name === 'files') continue;
    const members: Sides<unknown> = { base: base[name], ours: ours[name], theirs: theirs[name] };
    const value = mergeOne(members, sameJson, () => (isClash = true));
    if (value !== undefined) made[name] = value;
  }
  if (isClash) clash();
  return made as unknown as WithFiles;
}

function mergeFiles(
  base: readonly PieceFile[],
  ours: readonly PieceFile[],
  theirs: readonly PieceFile[],
): readonly PieceFile[] {
  const before = new Set(base.map(({ id }) => id));
  const mine = new Map(ours.map((file) => [file.id, file]));
  const others = new Map(theirs.map((file) => [file.id, file]));
  const prints = new Set(ours.flatMap(({ sha256 }) => sha256 ?? []));
  const kept = ours
    .filter(({ id }) => others.has(id) || !before.has(id))
    .map((file) => further(file, others.get(file.id)));
  const added = theirs.filter(
    ({ id, sha256 }) =>
      !mine.has(id) && !before.has(id) && (sha256 === undefined || !prints.has(sha256)),
  );
  return [...kept, ...added];
}

const progress: readonly PieceFile['state'][] = ['chosen', 'sending', 'refused', 'stored'];

/** Of one file on two devices, what the device that is further with it knows. */
function further(file: PieceFile, other: PieceFile | undefined): PieceFile {
  return other && progress.indexOf(other.state) > progress.indexOf(file.state) ? other : file;
}
