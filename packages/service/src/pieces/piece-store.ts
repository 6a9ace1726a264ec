import { randomBytes } from 'node:crypto';
import { commitmentOf } from '@guichet/attestation';
import type { PieceFile } from '@guichet/engine';
import { canonicalJson, pieceNameOf, splitPieceName } from '@guichet/procedure';
import type { OpenDraft } from '../drafts/draft-access.js';
import { sha256 } from '../secrets/cipher.js';
import type { Queryable } from '../store/sql-port.js';

/** Rows of half a megabyte: PGlite's memory holds one chunk at a time, not one file. */
const chunkBytes = 512 * 1024;

export interface StoredPiece {
  readonly id: string;
  readonly piece: string;
  readonly size: number;
  readonly file: PieceFile;
  /** Salted: covers digest and size, and says neither. Lower-case hex. */
  readonly commitment: string;
}

interface Meta {
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
  readonly salt: string;
  /** Which of a piece's instances: a value of the answers is nothing that a clear column may hold. */
  readonly instance?: string;
}
interface PieceRow {
  readonly id: string;
  readonly piece: string;
  readonly size: number;
  readonly meta: Uint8Array;
  readonly commitment: Uint8Array;
}

const metaContext = (draft: string, id: string): string => `draft:${draft}:piece:${id}`;
const chunkContext = (draft: string, id: string, n: number, of: number): string =>
  `draft:${draft}:piece:${id}:${n}/${of}`;

/** Stores the bytes and facts of one file, sealed. `commitment` covers the digest with a salt, so that it says nothing alone. */
export async function insertPiece(
  tx: Queryable,
  draft: OpenDraft,
  piece: {
    readonly id: string;
    readonly piece: string;
    readonly name: string;
    readonly type: string;
    readonly at: string;
  },
  bytes: Uint8Array,
): Promise<StoredPiece> {
  const { base, instance } = splitPieceName(piece.piece);
  const digest = sha256(bytes);
  const salt = randomBytes(32);
  const commitment = await commitmentOf(
    salt,
    canonicalJson({ sha256: digest.toString('hex'), size: bytes.length }),
  );
  const meta: Meta = {
    name: piece.name,
    type: piece.type,
    sha256: digest.toString('hex'),
    salt: salt.toString('base64url'),
    ...(instance === undefined ? {} : { instance }),
  };
  await tx.query(
    `insert into pieces (draft_id, id, piece, state, size, commitment, meta, stored_at) values ($1, $2, $3, 'stored', $4, $5, $6, $7)`,
    [
      draft.id,
      piece.id,
      base,
      bytes.length,
      Buffer.from(commitment, 'hex'),
      draft.key.sealJson(metaContext(draft.id, piece.id), meta),
      piece.at,
    ],
  );
  const of = Math.ceil(bytes.length / chunkBytes);
  for (let n = 0; n < of; n += 1) {
    const chunk = bytes.subarray(n * chunkBytes, (n + 1) * chunkBytes);
    await tx.query(
      'insert into piece_chunks (draft_id, piece_id, n, body) values ($1, $2, $3, $4)',
      [draft.id, piece.id, n, draft.key.seal(chunkContext(draft.id, piece.id, n, of), chunk)],
    );
  }
  return stored(piece, bytes.length, meta, commitment);
}

/** What is stored for a draft. */
export async function listPieces(tx: Queryable, draft: OpenDraft): Promise<readonly StoredPiece[]> {
  const rows = await tx.query<PieceRow>(
    'select id, piece, size, meta, commitment from pieces where draft_id = $1',
    [draft.id],
  );
  return rows.map((row) => readRow(row, draft));
}

export async function findPiece(
  tx: Queryable,
  draft: OpenDraft,
  id: string,
): Promise<StoredPiece | undefined> {
  const [row] = await tx.query<PieceRow>(
    'select id, piece, size, meta, commitment from pieces where draft_id = $1 and id = $2',
    [draft.id, id],
  );
  return row && readRow(row, draft);
}

/** The bytes as they were sent. */
export async function readPieceBytes(tx: Queryable, draft: OpenDraft, id: string): Promise<Buffer> {
  const rows = await tx.query<{ n: number; body: Uint8Array }>(
    'select n, body from piece_chunks where draft_id = $1 and piece_id = $2 order by n',
    [draft.id, id],
  );
  return Buffer.concat(
    rows.map((row) => draft.key.open(chunkContext(draft.id, id, row.n, rows.length), row.body)),
  );
}

function readRow(row: PieceRow, draft: OpenDraft): StoredPiece {
  const meta = draft.key.openJson(metaContext(draft.id, row.id), row.meta) as Meta;
  const { id, piece: base } = row;
  const piece = meta.instance === undefined ? base : pieceNameOf(base, meta.instance);
  return stored({ id, piece }, row.size, meta, Buffer.from(row.commitment).toString('hex'));
}

function stored(
  { id, piece }: Pick<StoredPiece, 'id' | 'piece'>,
  size: number,
  meta: Meta,
  commitment: string,
): StoredPiece {
  const file: PieceFile = {
    id,
    name: meta.name,
    size,
    type: meta.type,
    sha256: meta.sha256,
    state: 'stored',
  };
  return { id, piece, size, file, commitment };
}
