import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/yes-no' };

export const Empty = fieldStory('/yesNo');
export const Filled = fieldStory('/yesNo', { raw: true });
export const Rejected = fieldStory('/yesNo', { tried: true });
export const NotKnown = fieldStory('/yesNo', { unknown: true });
export const ReadOnly = fieldStory('/yesNo', { readOnly: true });
export const RightToLeft = fieldStory('/yesNo', { raw: true, lang: 'ar' });
