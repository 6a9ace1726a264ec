import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/country' };

export const Empty = fieldStory('/country');
export const Filled = fieldStory('/country', { raw: 'MA' });
export const Rejected = fieldStory('/country', { tried: true });
export const NotKnown = fieldStory('/country', { unknown: true });
export const ReadOnly = fieldStory('/country', { readOnly: true });
export const RightToLeft = fieldStory('/country', { raw: 'MA', lang: 'ar' });
