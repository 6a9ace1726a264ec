import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/date' };

export const Empty = fieldStory('/date');
export const Filled = fieldStory('/date', { raw: { day: '3', month: '9', year: '2026' } });
export const Rejected = fieldStory('/date', {
  raw: { day: '31', month: '2', year: '2026' },
  tried: true,
});
export const NotKnown = fieldStory('/date', { unknown: true });
export const ReadOnly = fieldStory('/date', { readOnly: true });
export const RightToLeft = fieldStory('/date', {
  raw: { day: '3', month: '9', year: '2026' },
  lang: 'ar',
});
