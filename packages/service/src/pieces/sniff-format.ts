import { fileTypeFromBuffer } from 'file-type';
import type { PieceFormat } from '@guichet/procedure';

const formats: Readonly<Record<string, PieceFormat>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
};

/** Media types that pieces are served with. */
export const mediaTypes: Readonly<Record<PieceFormat, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
};

/** The format told by the bytes themselves; name and declared type are claims. Nothing when it is none we know. */
export async function sniffFormat(bytes: Uint8Array): Promise<PieceFormat | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  return found ? formats[found.mime] : undefined;
}
