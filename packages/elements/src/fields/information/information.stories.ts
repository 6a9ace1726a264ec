import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/information' };

export const Shown = fieldStory('/information');
export const RightToLeft = fieldStory('/information', { lang: 'ar' });
