import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/number' };

export const Empty = fieldStory('/number');
export const Filled = fieldStory('/number', { raw: '35' });
export const Rejected = fieldStory('/number', { raw: 'many', tried: true });
export const NotKnown = fieldStory('/number', { unknown: true });
export const ReadOnly = fieldStory('/number', { readOnly: true });
export const RightToLeft = fieldStory('/number', { raw: '35', lang: 'ar' });
