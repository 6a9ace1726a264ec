export { runGatewaySuite } from './testing/gateway-suite.js';
export type { GatewayBench, GatewaySuiteOptions } from './testing/gateway-suite.js';
export { recordingGateway } from './testing/recording-gateway.js';
export type { RecordingOptions } from './testing/recording-gateway.js';
export { runLocalStoreSuite } from './testing/store-suite.js';
export { filingOf, stoppedOf } from './testing/little-filing.js';
