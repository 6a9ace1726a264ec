import { caseStory, type CaseStoryOptions } from '../fixtures/stories.js';

export default { title: 'elements/src/steps/exit-step' };

const guide = (name: string, options: CaseStoryOptions = {}) =>
  caseStory(name, { procedure: 'which-card', ...options });

export const GuideFirstPage = guide('not-known', { step: 'reason' });
export const GuideToAProcedure = guide('a-card-here');
export const GuideToAnotherTown = guide('another-town', { step: 'otherTown' });
export const GuideToWhoHelps = guide('not-known');
