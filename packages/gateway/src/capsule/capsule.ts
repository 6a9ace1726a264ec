import type { DraftEntry, PlanRef } from '@guichet/engine';
import type { DraftIdentity } from '../identity.js';
import { newCapsuleCode, readCapsuleCode } from './code.js';

/** A whole draft: who it is, what was typed, and the files that are with nobody else. */
export interface CapsuleContent {
  readonly identity: DraftIdentity;
  readonly procedure: PlanRef;
  readonly startedAt: string;
  readonly api: string;
  readonly entries: readonly DraftEntry[];
  readonly files: readonly {
    readonly piece: string;
    readonly id: string;
    readonly name: string;
    readonly bytes: Blob;
  }[];
}

/** What stands in the file. Only the procedure is in clear, so that a page can say what it is about. */
interface CapsuleFile {
  readonly is: 'guichet-capsule';
  readonly format: 1;
  readonly procedure: { readonly id: string; readonly version: string };
  readonly iv: string;
  readonly sealed: string;
  /** Known from the code alone, and nothing of the code from it: tells a wrong code from a damaged file. */
  readonly check?: string;
}

export type OpenedCapsule =
  | { readonly is: 'open'; readonly content: CapsuleContent }
  | { readonly is: 'closed'; readonly why: WhyClosed };

/** `code-miscopied`: its check digits disagree. `wrong-code`: the code of another capsule. `damaged`: the right code, on altered bytes. */
export type WhyClosed = 'no-capsule' | 'code-miscopied' | 'wrong-code' | 'damaged';

/**
 * Seals a draft into one file with AES-256-GCM under a key made from a fresh code of 128 bits, shown
 * once: the file may then travel by any way, the code by another.
 */
export async function sealCapsule(
  content: CapsuleContent,
): Promise<{ readonly file: Blob; readonly code: string }> {
  const code = newCapsuleCode();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const secret = readCapsuleCode(code) ?? '';
  const key = await keyOf(secret);
  const plain = new TextEncoder().encode(JSON.stringify(await withoutBlobs(content)));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain));
  const { id, version } = content.procedure;
  const capsule: CapsuleFile = {
    is: 'guichet-capsule',
    format: 1,
    procedure: { id, version },
    iv: toBase64(iv),
    sealed: toBase64(sealed),
    check: await checkOf(secret),
  };
  return { file: new Blob([JSON.stringify(capsule)], { type: 'application/json' }), code };
}

/** Opens a capsule with its code. Never throws for what a person may have done wrong. */
export async function openCapsule(file: Blob, code: string): Promise<OpenedCapsule> {
  const secret = readCapsuleCode(code);
  if (secret === undefined) return { is: 'closed', why: 'code-miscopied' };
  const capsule = await readFile(file);
  if (capsule === undefined) return { is: 'closed', why: 'no-capsule' };
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(capsule.iv) },
      await keyOf(secret),
      fromBase64(capsule.sealed),
    );
    return {
      is: 'open',
      content: withBlobs(JSON.parse(new TextDecoder().decode(plain)) as Written),
    };
  } catch {
    const isItsCode = capsule.check === (await checkOf(secret));
    return { is: 'closed', why: isItsCode ? 'damaged' : 'wrong-code' };
  }
}

/** The procedure that a file says it is about, before anything is opened; nothing when it is no capsule. */
export async function procedureOfCapsule(file: Blob): Promise<string | undefined> {
  return (await readFile(file))?.procedure?.id;
}

async function readFile(file: Blob): Promise<CapsuleFile | undefined> {
  try {
    const read = JSON.parse(await file.text()) as Partial<CapsuleFile> | null;
    return read?.is === 'guichet-capsule' ? (read as CapsuleFile) : undefined;
  } catch {
    return undefined;
  }
}

/** HKDF and no slow hash: the code is random, nobody chose it, there is no dictionary to try. */
async function keyOf(secret: string): Promise<CryptoKey> {
  const use = ['encrypt', 'decrypt'] as const;
  const wanted = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(hkdf('guichet capsule 1'), await base(secret), wanted, false, use);
}

async function checkOf(secret: string): Promise<string> {
  const info = hkdf('guichet capsule 1 check');
  return toBase64(new Uint8Array(await crypto.subtle.deriveBits(info, await base(secret), 64)));
}

function base(secret: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(secret);
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits']);
}

function hkdf(use: string): HkdfParams {
  const info = new TextEncoder().encode(use);
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
}

type Written = Omit<CapsuleContent, 'files'> & {
  readonly files: readonly {
    readonly piece: string;
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly base64: string;
  }[];
};

async function withoutBlobs(content: CapsuleContent): Promise<Written> {
  const files = await Promise.all(
    content.files.map(async ({ bytes, ...file }) => ({
      ...file,
      type: bytes.type,
      base64: toBase64(new Uint8Array(await bytes.arrayBuffer())),
    })),
  );
  return { ...content, files };
}

function withBlobs(written: Written): CapsuleContent {
  const files = written.files.map(({ base64, type, ...file }) => ({
    ...file,
    bytes: new Blob([fromBase64(base64)], { type }),
  }));
  return { ...written, files };
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  // In slices: a spread of a whole photograph overflows the stack.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
