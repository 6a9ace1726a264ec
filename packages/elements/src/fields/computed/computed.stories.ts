import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/computed' };

const worked = { draft: { answers: { '/number': 20, '/money': 120050 } } };

export const Waiting = fieldStory('/yearly');
export const Amount = fieldStory('/yearly', worked);
export const ReadOnly = fieldStory('/yearly', { ...worked, readOnly: true });
export const RightToLeft = fieldStory('/yearly', { ...worked, lang: 'ar' });
