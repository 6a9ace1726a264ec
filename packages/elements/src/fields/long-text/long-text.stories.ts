import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/long-text' };

export const Empty = fieldStory('/longText');
export const Filled = fieldStory('/longText', { raw: 'I came in 2024 to study law.' });
export const Rejected = fieldStory('/longText', { raw: 'x'.repeat(300), tried: true });
export const NotKnown = fieldStory('/longText', { unknown: true });
export const ReadOnly = fieldStory('/longText', { readOnly: true });
export const RightToLeft = fieldStory('/longText', {
  raw: 'I came in 2024 to study law.',
  lang: 'ar',
});
export const NearlyFull = fieldStory('/longText', { raw: 'x'.repeat(230) });
