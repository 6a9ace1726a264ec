import type { DossierView } from '../dossier/view.js';
import type { Filing, FilingAnswer, Receipt, ServicePort } from '../ports.js';
import { differenceOf } from '../versions/difference-of.js';

/** A service in memory: takes every piece, files once, and answers `already-filed` afterwards. */
export interface MemoryService extends ServicePort {
  /** What was filed, version by version. */
  readonly filings: Filing[];
  scheduled: string | null;
}

/** A service that keeps one dossier in memory, and signs nothing. */
export function memoryService(
  profile: 'administration' | 'third-party',
  now: () => Date,
): MemoryService {
  const filings: Filing[] = [];
  const answer = (is: 'filed' | 'prepared' | 'amended'): FilingAnswer => ({
    is,
    receipt: receiptOf(profile, filings.length, now().toISOString()),
  });
  const service: MemoryService = {
    filings,
    scheduled: null,
    putPiece: (_, file, __, onProgress) => {
      onProgress(1);
      return Promise.resolve({ ...file, state: 'stored', sha256: '0'.repeat(64) });
    },
    file: (filing) => {
      const last = filings.at(-1);
      if (!last) {
        filings.push(filing);
        return Promise.resolve(answer(profile === 'administration' ? 'filed' : 'prepared'));
      }
      const receipt = receiptOf(profile, filings.length, now().toISOString());
      const difference = differenceOf(last.version, filing.version, filings.length);
      return Promise.resolve(
        difference.changes.length > 0
          ? { is: 'already-filed', receipt, difference }
          : { is: profile === 'administration' ? 'filed' : 'prepared', receipt },
      );
    },
    amend: (amendment) => {
      filings.push(amendment);
      return Promise.resolve(answer('amended'));
    },
    fileOn: (day) => {
      service.scheduled = day;
      return Promise.resolve({ is: 'scheduled', on: day });
    },
  };
  return service;
}

function receiptOf(profile: Receipt['profile'], version: number, at: string): Receipt {
  const view: DossierView = {
    id: 'memory',
    reference: 'MEMORY',
    procedure: { id: '', version: '', planHash: '' },
    profile,
    journey: 'filed',
    label: 'filed',
    turn: 'service',
    since: at,
    sentToAuthority: profile === 'administration',
    version,
    etag: `v${version}.applies`,
    amending: 'applies',
    can: [],
    clocks: [],
    proposals: [],
    attestations: [],
    timeline: [],
    seq: version,
  };
  const document = { title: '', issuedAt: at, parts: [], check: '' };
  return {
    dossier: 'memory',
    reference: 'MEMORY',
    profile,
    at,
    version,
    etag: view.etag,
    attestation: { id: `a${version}`, kind: 'filing', jws: '', document },
    view,
  };
}
