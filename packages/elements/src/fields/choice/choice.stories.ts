import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/choice' };

export const Empty = fieldStory('/choice');
export const Filled = fieldStory('/choice', { raw: 'second' });
export const Rejected = fieldStory('/choice', { tried: true });
export const NotKnown = fieldStory('/choice', { unknown: true });
export const ReadOnly = fieldStory('/choice', { readOnly: true });
export const RightToLeft = fieldStory('/choice', { raw: 'second', lang: 'ar' });
export const LongList = fieldStory('/longChoice');
