import type { FileSource, PieceFile } from '@guichet/engine';
import type { Answer } from '../gateway.js';
import { readProblem, request, type Reach } from './request.js';

/**
 * Sends one file in one PUT, its digest with it, so that a byte changed on the way is refused.
 *
 * XMLHttpRequest where there is one: `fetch` cannot tell how much has left, and a person on a slow
 * line must see it move.
 */
export async function uploadPiece(
  reach: Reach,
  path: string,
  source: FileSource,
  onProgress: (ratio: number) => void,
): Promise<Answer<PieceFile>> {
  if (!(source instanceof Blob))
    return { is: 'refused', status: 0, code: 'upload-failed', message: '', body: {} };
  const headers: Record<string, string> = {
    'content-type': 'application/octet-stream',
    'x-guichet-name': encodeURIComponent(source.name),
    ...(await digestHeader(source)),
  };
  onProgress(0);
  const answer =
    typeof XMLHttpRequest === 'undefined' || reach.fetch !== undefined
      ? await request<PieceFile>(reach, path, {
          method: 'PUT',
          headers,
          bytes: source,
          timeout: 300_000,
        })
      : await send(reach, path, headers, source, onProgress);
  if (answer.is === 'ok') onProgress(1);
  return answer;
}

/** RFC 9530. Absent where WebCrypto is (a page served without TLS): the service then trusts the length. */
async function digestHeader(source: Blob): Promise<Record<string, string>> {
  if (globalThis.crypto?.subtle === undefined) return {};
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await source.arrayBuffer()));
  return { 'content-digest': `sha-256=:${btoa(String.fromCharCode(...digest))}:` };
}

function send(
  reach: Reach,
  path: string,
  headers: Readonly<Record<string, string>>,
  bytes: Blob,
  onProgress: (ratio: number) => void,
): Promise<Answer<PieceFile>> {
  return new Promise((resolve) => {
    const sending = new XMLHttpRequest();
    sending.open('PUT', reach.api + path);
    for (const [name, value] of Object.entries(headers)) sending.setRequestHeader(name, value);
    if (reach.capability !== undefined)
      sending.setRequestHeader('authorization', `Bearer ${reach.capability}`);
    sending.timeout = 300_000;
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    sending.onload = () => resolve(readAnswer(sending.status, sending.responseText));
    sending.onerror = sending.ontimeout = sending.onabort = () => resolve({ is: 'unreachable' });
    sending.send(bytes);
  });
}

function readAnswer(status: number, text: string): Answer<PieceFile> {
  if (status < 200 || status > 299) return readProblem(status, text);
  try {
    return { is: 'ok', value: JSON.parse(text) as PieceFile };
  } catch {
    return { is: 'unreachable' };
  }
}
