import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/email' };

export const Empty = fieldStory('/email');
export const Filled = fieldStory('/email', { raw: 'amina@example.org' });
export const Rejected = fieldStory('/email', { raw: 'amina', tried: true });
export const NotKnown = fieldStory('/email', { unknown: true });
export const ReadOnly = fieldStory('/email', { readOnly: true });
export const RightToLeft = fieldStory('/email', { raw: 'amina@example.org', lang: 'ar' });
