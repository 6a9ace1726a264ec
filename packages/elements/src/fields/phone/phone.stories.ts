import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/phone' };

export const Empty = fieldStory('/phone');
export const Filled = fieldStory('/phone', { raw: '+212 6 12 34 56 78' });
export const Rejected = fieldStory('/phone', { raw: '12', tried: true });
export const NotKnown = fieldStory('/phone', { unknown: true });
export const ReadOnly = fieldStory('/phone', { readOnly: true });
export const RightToLeft = fieldStory('/phone', { raw: '+212 6 12 34 56 78', lang: 'ar' });
