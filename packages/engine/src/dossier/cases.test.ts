/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import type { LifecyclePlan, Plan } from '@guichet/procedure';
import { DossierError } from './errors.js';
import { lifecycles, makePlan } from './fixture.js';
import { loadLifecycle } from './journey/load-lifecycle.js';
import type { DossierCase } from './testing/dossier-case.js';
import { runDossierCase } from './testing/run-dossier-case.js';

const cases = import.meta.glob<DossierCase>('../../../conformance/dossier/cases/*.json', {
  eager: true,
  import: 'default',
});
const versions = import.meta.glob<Plan>('../../../conformance/dossier/versions/*.json', {
  eager: true,
  import: 'default',
});
interface Story {
  readonly title: string;
  readonly clock: string;
  readonly profile?: 'administration' | 'third-party';
  readonly expect: { readonly events: readonly string[] };
  readonly then?: DossierCase['then'];
}
const stories = import.meta.glob<Story>('../../../../schemas/*/cases/*.json', {
  eager: true,
  import: 'default',
});
const procedures = import.meta.glob<Pick<Plan, 'clocks' | 'pieces' | 'attestations'>>(
  '../../../../schemas/*/procedure.json',
  { eager: true, import: 'default' },
);
const refused = import.meta.glob<{ title: string; lifecycle: LifecyclePlan; throws: string }>(
  '../../../conformance/dossier/lifecycles/*.json',
  { eager: true, import: 'default' },
);

const plans = (version: string): Plan | undefined => {
  const found = versions[`../../../conformance/dossier/versions/${version}.json`];
  return found && { ...makePlan(undefined), ...found };
};
const [onVersions, onJourneys] = [true, false].map((has) =>
  Object.entries(cases).filter(([, given]) => (given.under !== undefined) === has),
);

describe('under several versions', () => {
  for (const [file, given] of onVersions ?? []) {
    it(`${given.rule}: ${given.title} (${file.split('/').at(-1)})`, () => {
      expect(runDossierCase(makePlan(lifecycles['small']), given, plans)).toEqual([]);
    });
  }
});

describe.each(Object.entries(lifecycles))('on the %s lifecycle', (name, lifecycle) => {
  for (const [file, given] of onJourneys ?? []) {
    if (given.on !== undefined && given.on !== name) continue;
    it(`${given.rule}: ${given.title} (${file.split('/').at(-1)})`, () => {
      expect(runDossierCase(makePlan(lifecycle), given)).toEqual([]);
    });
  }
});

describe('the lives that the procedures tell', () => {
  for (const [file, told] of Object.entries(stories).filter(
    ([, each]) => each.then && each.expect.events.length > 0,
  )) {
    it(`${told.title} (${file.split('/').slice(-3).join('/')})`, () => {
      const shared = makePlan(lifecycles['shared']);
      const facts = procedures[file.replace(/cases\/[^/]+$/, 'procedure.json')];
      const plan = { ...shared, ...facts, lifecycle: shared.lifecycle };
      const profile = told.profile ?? 'administration';
      const first = { at: told.clock, do: [profile === 'administration' ? 'file' : 'prepare'] };
      const then = [first, ...(told.then ?? [])];
      expect(runDossierCase(plan, { title: told.title, rule: 'B', profile, then })).toEqual([]);
    });
  }
});

describe('loading a lifecycle', () => {
  for (const given of Object.values(refused)) {
    it(given.title, () => {
      expect(() => loadLifecycle(given.lifecycle)).toThrow(
        expect.objectContaining({ code: given.throws, constructor: DossierError }),
      );
    });
  }

  it.each(Object.entries(lifecycles))('accepts the %s one', (_, lifecycle) => {
    expect(loadLifecycle(lifecycle)).toBe(lifecycle);
  });
});
