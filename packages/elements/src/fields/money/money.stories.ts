import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/money' };

export const Empty = fieldStory('/money');
export const Filled = fieldStory('/money', { raw: '615,50' });
export const Rejected = fieldStory('/money', { raw: 'a lot', tried: true });
export const NotKnown = fieldStory('/money', { unknown: true });
export const ReadOnly = fieldStory('/money', { readOnly: true });
export const RightToLeft = fieldStory('/money', { raw: '615,50', lang: 'ar' });
