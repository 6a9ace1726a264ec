import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/declaration' };

export const Empty = fieldStory('/declaration');
export const Filled = fieldStory('/declaration', { raw: true });
export const Rejected = fieldStory('/declaration', { tried: true });
export const NotKnown = fieldStory('/declaration', { unknown: true });
export const ReadOnly = fieldStory('/declaration', { readOnly: true });
export const RightToLeft = fieldStory('/declaration', { raw: true, lang: 'ar' });
