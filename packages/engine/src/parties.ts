export { contributionOf } from './parties/contribution-of.js';
export { openPartySession, type PartySessionOptions } from './parties/open-party-session.js';
export { partyDraft } from './parties/party-draft.js';
export { partyPlan } from './parties/party-plan.js';
