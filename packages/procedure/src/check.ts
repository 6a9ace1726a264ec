export { check } from './check/check.js';
export { checkOperator } from './check/check-operator.js';
export { isGuide } from './check/is-guide.js';
export { fixMissingRequired } from './check/fix-missing-required.js';
export { formatProblems } from './check/format-problems.js';
export { loadFolder } from './check/load-folder.js';
export { publish, type PublishAnswer } from './check/publish.js';
export { rulesNotChecked, type UncheckedRule } from './check/rules/not-checked.js';
export { rulesNotForGuides } from './check/rules/not-for-guides.js';
export { servedFiles } from './check/served-files.js';
export {
  secondVoice,
  type SecondVoice,
  type VoiceDays,
  type VoiceError,
} from './check/voice/second-voice.js';
