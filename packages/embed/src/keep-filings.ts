import type {
  FilingAnswer,
  FileSource,
  PieceFile,
  Receipt,
  ServicePort,
  Version,
} from '@guichet/engine';
import type { LocalStore } from '@guichet/gateway';

/**
 * The service's port, with a copy kept on this device of what must outlive the page: receipts with
 * the version they speak of, and the bytes of files until the service has them.
 */
export function keepFilings(
  service: ServicePort,
  store: LocalStore | undefined,
  draft: string,
): ServicePort {
  if (store === undefined) return service;

  async function keep(sent: Version, answer: FilingAnswer): Promise<FilingAnswer> {
    if ('receipt' in answer) {
      const version = await versionOf(answer, sent);
      const kept = {
        draft,
        receipt: answer.receipt,
        ...(version === undefined ? {} : { version }),
      };
      // The service has it: a device that is full must not turn a filing into a failure.
      await store?.keepReceipt(kept).catch(() => undefined);
    }
    return answer;
  }

  /** What was sent is a version only when the answer made one of it: not for another filing, nor for a proposal. */
  async function versionOf(
    answer: Extract<FilingAnswer, { readonly receipt: Receipt }>,
    sent: Version,
  ): Promise<Version | undefined> {
    const known = (await store?.receipts(draft).catch(() => []))?.find(
      (one) => one.receipt.version === answer.receipt.version,
    );
    if (known?.version !== undefined) return known.version;
    return answer.is === 'already-filed' ? undefined : sent;
  }

  return {
    ...service,
    file: async (filing) => keep(filing.version, await service.file(filing)),
    amend: async (amendment) => keep(amendment.version, await service.amend(amendment)),
    putPiece: (piece, file, source, onProgress) =>
      putKept(service, { store, draft, piece }, file, source, onProgress),
  };
}

interface Shelf {
  readonly store: LocalStore;
  readonly draft: string;
  readonly piece: string;
}

/** Sends a file whose bytes stay here until the service has them, so that a reload can send it again. */
async function putKept(
  service: ServicePort,
  { store, draft, piece }: Shelf,
  file: PieceFile,
  source: FileSource,
  onProgress: (ratio: number) => void,
): Promise<PieceFile> {
  const bytes = source instanceof Blob ? source : await bytesOf(store, draft, file.id);
  if (bytes === undefined) return { ...file, state: 'refused', problem: 'file-lost' };
  // A full device keeps no copy, and the upload goes on.
  if (source instanceof Blob) {
    await store
      .keepFile({ draft, piece, id: file.id, name: file.name, bytes })
      .catch(() => undefined);
  }
  const named = new File([bytes], file.name, { type: file.type });
  const answer = await service.putPiece(piece, file, named, onProgress);
  const isOver = answer.state === 'stored' || answer.problem !== 'upload-failed';
  if (isOver) await store.dropFile(draft, piece, file.id).catch(() => undefined);
  return answer;
}

async function bytesOf(store: LocalStore, draft: string, id: string): Promise<Blob | undefined> {
  const files = await store.files(draft).catch(() => []);
  return files.find((file) => file.id === id)?.bytes;
}
