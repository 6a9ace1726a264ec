import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/month' };

export const Empty = fieldStory('/month');
export const Filled = fieldStory('/month', { raw: { month: '9', year: '2026' } });
export const Rejected = fieldStory('/month', { raw: { month: '13', year: '2026' }, tried: true });
export const NotKnown = fieldStory('/month', { unknown: true });
export const ReadOnly = fieldStory('/month', { readOnly: true });
export const RightToLeft = fieldStory('/month', { raw: { month: '9', year: '2026' }, lang: 'ar' });
