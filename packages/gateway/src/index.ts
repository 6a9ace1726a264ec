export { crockfordDigits, newDraftIdentity, newFileId, newRowId, randomCode } from './identity.js';
export type { DraftIdentity } from './identity.js';
export type { Answer, DossierGateway, Gateway } from './gateway.js';
export { httpGateway } from './http/http-gateway.js';
export type { HttpGatewayOptions } from './http/http-gateway.js';
export { openLocalStore } from './store/open-local-store.js';
export { memoryStore } from './store/memory-store.js';
export type {
  LocalStore,
  NewDraft,
  StoredDraft,
  StoredFile,
  StoredReceipt,
} from './store/local-store.js';
export { openDraftLog } from './log/open-draft-log.js';
export type { DraftLog, DraftLogOptions } from './log/draft-log.js';
export { memoryGateway } from './memory/memory-gateway.js';
export type { MemoryGatewayOptions } from './memory/memory-gateway.js';
