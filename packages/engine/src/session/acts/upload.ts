import { piecePlanOf } from '@guichet/procedure';
import type { PieceFile } from '../../draft.js';
import { act, type Act } from '../act.js';
import type { Core } from '../core.js';
import type { FileSource } from '../views.js';

/** Waits between attempts while the service is not reached, ms. */
const waits = [2_000, 5_000, 15_000, 60_000];

/**
 * Sends one file, again and again until the service has it or refuses it for good.
 * Without a service it stays chosen, and is kept on the device like everything else.
 */
export function upload(
  core: Core,
  piece: string,
  file: PieceFile,
  source: FileSource,
  attempt = 0,
): void {
  const { service, later } = core.ports;
  if (core.readOnly || core.isClosed) return;
  if (!service) return keep(core, piece, file, source);
  const onProgress = (ratio: number): void => {
    core.uploads.progress.set(file.id, ratio);
    core.notify(new Set([`@piece/${piece}`]));
  };
  const sending: PieceFile = { ...file, state: 'sending' };
  const done = service.putPiece(piece, sending, source, onProgress).then(
    (result) => {
      if (result.state === 'refused' && result.problem === 'upload-failed') return fail();
      settle(core, piece, result);
    },
    () => fail(),
  );
  const fail = (): void => {
    core.uploads.progress.delete(file.id);
    const wait = waits[Math.min(attempt, waits.length - 1)] ?? 0;
    later?.(() => {
      if (isKept(core, piece, file.id)) upload(core, piece, file, source, attempt + 1);
    }, wait);
    core.notify(new Set([`@piece/${piece}`]));
  };
  core.uploads.progress.set(file.id, 0);
  core.uploads.running.set(
    file.id,
    done.finally(() => core.uploads.running.delete(file.id)),
  );
}

/** What was kept before comes back without its bytes: they are on the device. */
function keep(core: Core, piece: string, file: PieceFile, source: FileSource): void {
  const { files } = core.ports;
  if (!files || source === file) return;
  const done = files.keep(piece, file, source).then((isKeeping) => {
    if (!isKeeping) settle(core, piece, { ...file, state: 'refused', problem: 'file-not-kept' });
  });
  core.uploads.running.set(
    file.id,
    done.finally(() => core.uploads.running.delete(file.id)),
  );
}

/** Sends again what a reload, a crash or an outage left unsent; the gateway kept the bytes by file id. */
export function resumeUploads(core: Core): void {
  for (const [piece, given] of core.progress.pieces)
    if ('files' in given)
      for (const file of given.files)
        if (file.state !== 'stored' && file.state !== 'refused') upload(core, piece, file, file);
}

function isKept(core: Core, piece: string, id: string): boolean {
  const given = core.progress.pieces.get(piece);
  return given !== undefined && 'files' in given && given.files.some((file) => file.id === id);
}

function settle(core: Core, piece: string, result: PieceFile): void {
  core.uploads.progress.delete(result.id);
  if (!isKept(core, piece, result.id)) return;
  core.notify(
    act(core, (now) => {
      if (result.state === 'refused') {
        const code = result.problem ?? 'file-type-forbidden';
        core.uploads.refuse(piece, { code, params: paramsOf(core, piece, result) });
        core.displayed.add(`@piece/${piece}`);
      }
      replace(core, now, piece, result);
      now.changed.add(`@piece/${piece}`).add('@review').add('@summary').add('@steps');
    }),
  );
}

function paramsOf(
  core: Core,
  piece: string,
  { name }: PieceFile,
): Readonly<Record<string, unknown>> {
  const formats = piecePlanOf(core.plan.pieces, piece)?.formats.join(', ').toUpperCase() ?? '';
  return { name, formats };
}

function replace(core: Core, now: Act, piece: string, result: PieceFile): void {
  const given = core.progress.pieces.get(piece);
  if (!given || !('files' in given)) return;
  const files = given.files.map((file) => (file.id === result.id ? result : file));
  now.record({ op: 'piece', name: piece, piece: { ...given, files } });
}
