export type * from './types/condition.js';
export type * from './types/plan.js';
export type * from './types/field.js';
export type * from './types/facts.js';
export type * from './types/journey.js';
export type * from './types/compute.js';
export type * from './types/migration.js';
export type * from './types/texts.js';
export type * from './types/published.js';
export type * from './types/problem.js';
export type * from './types/operator.js';
export { addDuration } from './calendar/add-duration.js';
export { compareDays } from './calendar/compare-days.js';
export { dayIn } from './calendar/day-in.js';
export { daysBetween } from './calendar/days-between.js';
export { isDuration, parseDuration, type DurationParts } from './calendar/duration.js';
export { endOfDay, startOfDay } from './calendar/end-of-day.js';
export { isDay } from './calendar/is-day.js';
export { isPartialDay, partialBounds, type DayInterval } from './calendar/partial-day.js';
export { compile, type Compiled } from './compile/compile.js';
export { canonicalJson } from './canonical/canonical-json.js';
export { hashOf, sha256Hex } from './canonical/hash-of.js';
export { ProcedureError, type ProcedureErrorCode } from './errors.js';
export { checkFormat, formats, isOffPaper, normaliseFormat } from './formats/check-format.js';
export { countryCodes } from './formats/country-codes.js';
export { doubtable } from './formats/doubtable.js';
export type { Format } from './formats/format.js';
export { formPlanOf, type DraftMigration, type FormPlan } from './served/form-plan.js';
export { isAfterWord, joinTexts, splitTexts, type AfterTexts } from './served/split-texts.js';
export { joinPointer } from './pointers/join-pointer.js';
export { parsePointer } from './pointers/parse-pointer.js';
export { patternOf, type GroupNames } from './pointers/pattern-of.js';
export { pieceNameOf, splitPieceName, type PieceName } from './pointers/piece-name.js';
export { piecePlanOf } from './served/piece-plan-of.js';
export { migrationPath, type Migrating, type MigrationStep } from './migrations/migration-path.js';
export { codesAt, movedPointer, type MovedPointer } from './migrations/moved-pointer.js';
export {
  eventTypes,
  holderRights,
  journeyActions,
  journeyGuards,
} from './journey/journey-names.js';
