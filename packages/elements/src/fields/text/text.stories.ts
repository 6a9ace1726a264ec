import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/text' };

export const Empty = fieldStory('/text');
export const Filled = fieldStory('/text', { raw: 'Amina' });
export const Rejected = fieldStory('/text', { tried: true });
export const NotKnown = fieldStory('/text', { unknown: true });
export const ReadOnly = fieldStory('/text', { readOnly: true });
export const RightToLeft = fieldStory('/text', { raw: 'Amina', lang: 'ar' });
