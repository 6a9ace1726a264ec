/** Every event that a dossier's log may hold: the closed list of `schemas/meta/common.schema.json`. */
export const eventTypes = [
  'FILED',
  'PREPARED',
  'TRANSMITTED',
  'AMENDED',
  'AMENDMENT_PROPOSED',
  'PROPOSAL_ANSWERED',
  'TAKEN',
  'RELEASED',
  'TRANSFERRED',
  'PIECES_REQUESTED',
  'PIECES_SUPPLIED',
  'PROLONGED',
  'DECIDED',
  'SILENCE_REACHED',
  'REASONS_ASKED',
  'APPEALED',
  'CLOSED',
  'REOPENED',
  'WITHDRAWAL_ASKED',
  'WITHDRAWAL_UNDONE',
  'WITHDRAWN',
  'PRODUCED',
  'COLLECTED',
  'INTERVIEW_SET',
  'INTERVIEW_HELD',
  'OPINION_ASKED',
  'OPINION_GIVEN',
  'MESSAGE_SENT',
  'MANDATE_GIVEN',
  'MANDATE_REVOKED',
  'INCIDENT_RECORDED',
  'SUBSTITUTION_REQUESTED',
  'REGISTERED_AT_COUNTER',
  'ATTESTATION_ISSUED',
  'CLOCK_ENDED',
  'CLOCK_CORRECTED',
  'MIGRATED',
] as const;

/** Orders that a state or a transition may give. */
export const journeyActions = ['release', 'owe'] as const;

/** Facts that a transition may wait for. */
export const journeyGuards = ['when', 'outcome'] as const;

/** What a state may tell the holder that they can do; any other name is nothing that anybody can do. */
export const holderRights = [
  'amend',
  'answer-proposal',
  'appeal',
  'ask-reasons',
  'collect',
  'give-mandate',
  'message',
  'reopen',
  'report-incident',
  'request-substitution',
  'revoke-mandate',
  'supply-pieces',
  'transmit',
  'undo-withdrawal',
  'withdraw',
] as const;
