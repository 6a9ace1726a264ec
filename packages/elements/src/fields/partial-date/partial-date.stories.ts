import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/partial-date' };

export const Empty = fieldStory('/birth');
export const Filled = fieldStory('/birth', { raw: { day: '', month: '', year: '1980' } });
export const Rejected = fieldStory('/birth', {
  raw: { day: '', month: '13', year: '1980' },
  tried: true,
});
export const NotKnown = fieldStory('/birth', { unknown: true });
export const ReadOnly = fieldStory('/birth', { readOnly: true });
export const RightToLeft = fieldStory('/birth', {
  raw: { day: '', month: '', year: '1980' },
  lang: 'ar',
});
