/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import type { LifecyclePlan } from '@guichet/procedure';
import { DossierError } from './errors.js';
import { lifecycles, makePlan } from './fixture.js';
import { loadLifecycle } from './journey/load-lifecycle.js';
import type { DossierCase } from './testing/dossier-case.js';
import { runDossierCase } from './testing/run-dossier-case.js';

const cases = import.meta.glob<DossierCase>('../../../conformance/dossier/cases/*.json', {
  eager: true,
  import: 'default',
});
const refused = import.meta.glob<{ title: string; lifecycle: LifecyclePlan; throws: string }>(
  '../../../conformance/dossier/lifecycles/*.json',
  { eager: true, import: 'default' },
);

describe.each(Object.entries(lifecycles))('on the %s lifecycle', (_, lifecycle) => {
  for (const [file, given] of Object.entries(cases)) {
    it(`${given.rule}: ${given.title} (${file.split('/').at(-1)})`, () => {
      expect(runDossierCase(makePlan(lifecycle), given)).toEqual([]);
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
