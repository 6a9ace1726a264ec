import type { PieceFile } from '@guichet/engine';
import { piecePlanOf, type PiecePlan } from '@guichet/procedure';
import type { Context } from '../context.js';
import { openDraft, type OpenDraft } from '../drafts/draft-access.js';
import { sha256 } from '../secrets/cipher.js';
import { WireProblem } from '../wire-problem.js';
import { findPiece, insertPiece, listPieces } from './piece-store.js';
import { mediaTypes, sniffFormat } from './sniff-format.js';

export interface SentPiece {
  readonly draft: string;
  readonly piece: string;
  readonly id: string;
  readonly name: string;
  /** SHA-256 as the sender computed it, where it could. */
  readonly digest: Uint8Array | undefined;
  readonly bytes: Uint8Array;
}

/** Files that a person replaced stay stored until the draft goes: room for that many per allowed file. */
const replacements = 8;

/**
 * Takes in one file: its digest, size, content and number are checked before a byte is stored.
 * The same bytes under the same id answer the same file. Problems: `file-empty`, `file-too-large`,
 * `digest-mismatch`, `file-type-forbidden`, `file-exists`, `too-many-files`, `not-found`.
 */
export async function receivePiece(
  context: Context,
  capability: string,
  sent: SentPiece,
): Promise<PieceFile> {
  const plan = planOf(
    context,
    await openDraft(context.db, context.vault, sent.draft, capability),
    sent.piece,
  );
  const type = await checkBytes(plan, sent);
  return context.db.transaction(async (tx) => {
    const draft = await openDraft(tx, context.vault, sent.draft, capability, true);
    const known = await findPiece(tx, draft, sent.id);
    if (known) return sameFile(known.piece === sent.piece ? known.file : undefined, sent);
    const held = (await listPieces(tx, draft)).filter((one) => one.piece === sent.piece);
    if (held.length >= plan.maxFiles * replacements) throw new WireProblem('too-many-files');
    const at = context.now().toISOString();
    return (
      await insertPiece(
        tx,
        draft,
        { id: sent.id, piece: sent.piece, name: sent.name, type, at },
        sent.bytes,
      )
    ).file;
  });
}

/** The plan of a piece: of the draft's own version, else of the newest, to which the draft may have moved. Throws `not-found`. */
function planOf({ library }: Context, { procedure }: OpenDraft, piece: string): PiecePlan {
  const versions = [library.find(procedure.id, procedure.version), library.latest(procedure.id)];
  const plan = versions
    .map((held) => piecePlanOf(held?.published.plan.pieces ?? {}, piece))
    .find((known) => known !== undefined);
  if (!plan) throw new WireProblem('not-found');
  return plan;
}

async function checkBytes(plan: PiecePlan, sent: SentPiece): Promise<string> {
  if (sent.bytes.length === 0) throw new WireProblem('file-empty');
  if (sent.bytes.length > plan.maxBytes) throw new WireProblem('file-too-large');
  if (sent.digest && !sha256(sent.bytes).equals(sent.digest))
    throw new WireProblem('digest-mismatch');
  const format = await sniffFormat(sent.bytes);
  if (!format || !plan.formats.includes(format)) throw new WireProblem('file-type-forbidden');
  return mediaTypes[format];
}

function sameFile(known: PieceFile | undefined, sent: SentPiece): PieceFile {
  if (known?.sha256 !== sha256(sent.bytes).toString('hex')) throw new WireProblem('file-exists');
  return known;
}
