import { runLocalStoreSuite } from '../testing/store-suite.js';
import { memoryStore } from './memory-store.js';

runLocalStoreSuite('memory', async () => memoryStore());
