import { caseStory, type CaseStoryOptions } from '../fixtures/stories.js';

export default { title: 'elements/src/steps/tasks-step' };

const allotment = (name: string, options: CaseStoryOptions = {}) =>
  caseStory(name, { procedure: 'allotment', ...options });

export const NothingDone = allotment('alone');
export const WaitingForAnotherAnswer = allotment('not-said-yet');
export const PartlyDone = allotment('part-of-a-task');
export const AllDone = allotment('from-the-last-to-the-first');
export const InsideATask = allotment('part-of-a-task', { step: 'contact' });
export const ExitInsideATask = allotment('another-town');
export const RightToLeft = allotment('part-of-a-task', { lang: 'ar' });
