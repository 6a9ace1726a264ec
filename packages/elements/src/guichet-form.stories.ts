import { caseStory } from './fixtures/stories.js';

export default { title: 'elements/src/guichet-form' };

export const FirstStep = caseStory('complete', { step: 'permit' });
export const HousedByAFriend = caseStory('housed-by-a-friend', { step: 'home' });
export const NoSurname = caseStory('no-surname', { step: 'names' });
export const PartialBirthDate = caseStory('partial-birth-date', { step: 'birth' });
export const StudyYears = caseStory('complete', { step: 'years' });
export const LowResources = caseStory('low-resources', { step: 'resources' });
export const AnotherProcedure = caseStory('algerian', { step: 'algeria' });
export const PieceDeclaredMissing = caseStory('piece-declared-missing', { step: 'pieces' });
export const Review = caseStory('complete');
export const ReviewWithAnAnswerAwaited = caseStory('answer-awaited');
export const Late = caseStory('late');
export const TooEarly = caseStory('too-early');
export const PreparedByAnAssociation = caseStory('prepared-by-an-association');
export const RightToLeft = caseStory('complete', { step: 'studies', lang: 'ar' });
export const ReviewRightToLeft = caseStory('complete', { lang: 'ar' });
