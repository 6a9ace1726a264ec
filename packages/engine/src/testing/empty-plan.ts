import type { Plan } from '@guichet/procedure';

/** A plan that asks nothing: what a case does not say. @internal */
export const emptyPlan: Plan = {
  format: 1,
  needs: [],
  id: 'conformance',
  version: '1.0.0',
  validFrom: '2026-01-01',
  languages: [],
  fields: {},
  groups: {},
  activity: [],
  readers: {},
  steps: {},
  flow: { id: 'conformance', initial: 'review', states: { review: {} } },
  pieces: {},
  sources: {},
  values: {},
  fees: [],
  advice: [],
  parties: {},
  clocks: {},
  channels: {},
  mandates: {},
  attestations: {},
  privacy: { purpose: '', basis: '', source: '' },
  lifecycle: { id: 'conformance', initial: 'none', states: {} },
};
