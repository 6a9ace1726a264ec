import { fieldStory } from '../../fixtures/stories.js';

export default { title: 'elements/src/fields/many-choices' };

export const Empty = fieldStory('/manyChoices');
export const Filled = fieldStory('/manyChoices', { raw: ['one', 'three'] });
export const Rejected = fieldStory('/manyChoices', { tried: true });
export const NotKnown = fieldStory('/manyChoices', { unknown: true });
export const ReadOnly = fieldStory('/manyChoices', { readOnly: true });
export const RightToLeft = fieldStory('/manyChoices', { raw: ['one', 'three'], lang: 'ar' });
