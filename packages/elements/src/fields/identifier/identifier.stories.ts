import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/identifier' };

export const Empty = fieldStory('/identifier');
export const Filled = fieldStory('/identifier', { raw: '99 1234 5678' });
export const Rejected = fieldStory('/identifier', { raw: '12', tried: true });
export const NotKnown = fieldStory('/identifier', { unknown: true });
export const ReadOnly = fieldStory('/identifier', { readOnly: true });
export const RightToLeft = fieldStory('/identifier', { raw: '99 1234 5678', lang: 'ar' });
