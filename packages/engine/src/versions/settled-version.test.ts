import { describe, expect, it } from 'vitest';
import type { FormPlan } from '@guichet/procedure';
import { settledVersion } from './version-of.js';

const hosted = { at: '/home/situation', is: { const: 'hosted' } } as const;
const text = { kind: 'text', schema: { type: 'string' } } as const;
const plan = {
  format: 1,
  fields: {
    '/home/situation': text,
    '/home/host/name': { ...text, show: hosted },
    '/contact/email': text,
  },
  groups: {},
  activity: ['/home/host/name'],
  readers: {},
  steps: {},
  flow: { id: 'flow', initial: 'only', states: { only: {} } },
  pieces: {},
  fees: [],
  advice: [],
  clocks: {},
  values: {},
} as unknown as FormPlan;
const days = { today: '2026-11-23', filing: '2026-11-23' };
const settle = (answers: Record<string, unknown>, marks = {}) =>
  settledVersion(plan, { answers, marks, pieces: {} }, days);

describe('a settled version', () => {
  it('holds the containers of active branches', () => {
    expect(settle({}).answers).toEqual({ home: {}, contact: {} });
    expect(settle({ home: { situation: 'hosted' } }).answers).toEqual({
      home: { situation: 'hosted', host: {} },
      contact: {},
    });
  });

  it('keeps nothing of an inactive branch, its container and marks included', () => {
    const mark = { '/home/host/name': { is: 'unknown', at: '2026-11-23T09:00:00Z' } };
    const settled = settle({ home: { situation: 'owner', host: { name: 'Ana' } } }, mark);
    expect(settled.answers).toEqual({ home: { situation: 'owner' }, contact: {} });
    expect(settled.marks).toEqual({});
  });

  it('keeps what is not known to be asked', () => {
    expect(settle({ home: { host: { name: 'Ana' } } }).answers).toEqual({
      home: { host: { name: 'Ana' } },
      contact: {},
    });
  });
});
