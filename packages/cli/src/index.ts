export { main } from './main.js';
export type { ExitCode, Io } from './io.js';
