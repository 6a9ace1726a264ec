export { runRowsCases, type RowsCases } from './testing/rows-cases.js';
export { runComputeCases, type ComputeCases } from './testing/compute-cases.js';
export {
  runConditionCases,
  runFlowCases,
  runKeywordCases,
  type Circumstances,
  type ConditionCases,
  type FlowCases,
  type KeywordCases,
} from './testing/conformance.js';
export { runFactCases, type FactCases, type FactCircumstances } from './testing/fact-cases.js';
export { doActs } from './testing/do-acts.js';
export { runIssueCases, type IssueCases } from './testing/issue-cases.js';
export {
  runChangeCases,
  runDraftCases,
  runMergeCases,
  type ChangeCases,
  type DraftCases,
  type MergeCases,
} from './testing/over-time-cases.js';
export {
  generateSchema,
  generateVersion,
  chanceOf,
  procedureAround,
  removedByFilter,
  type Chance,
  type GeneratedSchema,
} from './testing/generated/generated.js';
export { memoryPorts } from './testing/memory-ports.js';
export { memoryService, type MemoryService } from './testing/memory-service.js';
export {
  readCase,
  type CaseAct,
  type CaseExpectation,
  type CasePiece,
  type ProcedureCase,
} from './testing/procedure-case.js';
export { runSuiteGroup, type SuiteAnswer, type SuiteGroup } from './testing/json-schema-suite.js';
export { runSchemaCases, type SchemaCase, type SchemaCases } from './testing/schema-cases.js';
export { runCase, type CaseRun } from './testing/run-case.js';
