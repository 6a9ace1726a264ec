export { ServiceError, type ServiceErrorCode } from './errors.js';
export { startService, type RunningService, type ServiceOptions } from './start-service.js';
export { prepareStore, type PreparedStore } from './store/prepare-store.js';
export { libraryOf, loadLibrary, type Held, type Library } from './library/published-library.js';
export { logTo, type Log, type LogLine } from './log.js';
export type { StaticFolder } from './http/statics.js';
