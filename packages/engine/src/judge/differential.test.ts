import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Published } from '@guichet/procedure';
import { secondVoice } from '@guichet/procedure/check';
import type { Draft, Version } from '../draft.js';
import { foldDraft } from '../draft/fold-draft.js';
import { acts, perform, seed, type RandomAct } from '../fixtures/random-acts.js';
import { compileStudent, filesOf } from '../fixtures/student.js';
import { evaluate } from '../interpreter/evaluate.js';
import type { RawIssue } from '../judgement.js';
import { createModel } from '../model/create-model.js';
import { instancesOf } from '../model/instances.js';
import { openSession } from '../session/open-session.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { readCase } from '../testing/procedure-case.js';
import { runCase } from '../testing/run-case.js';
import { contentOfVersion } from '../versions/content-of-version.js';
import { versionOf } from '../versions/version-of.js';
import { filterVerdict } from './filter-verdict.js';
import { judge } from './judge.js';

const id = 'student-permit-renewal';
const now = '2027-03-10T10:00:00+01:00';
const days = { today: '2027-03-10', filing: '2027-03-10' };
const settings = { seed, numRuns: 150, verbose: 1 };
let published: Published;
let voice: ReturnType<typeof secondVoice>;
let starts: readonly Draft[];

beforeAll(async () => {
  published = await compileStudent();
  voice = secondVoice(published);
  const files = filesOf(id);
  const names = ['complete', 'doctoral', 'scholarship', 'late', 'no-surname', 'housed-by-a-friend'];
  const cases = names.map((name) => readCase(files, `${id}/cases/${name}.json`));
  const runs = await Promise.all(cases.map((one) => runCase(published, one)));
  starts = runs.map(({ draft }) => draft);
});

const short = (issues: readonly RawIssue[]) =>
  issues.map(({ pointer, code, stops }) => `${pointer} ${code}${stops ? ' stops' : ''}`).sort();

async function versionAfter(start: number, sequence: readonly RandomAct[]): Promise<Version> {
  const draft = starts[start % starts.length];
  if (!draft) throw new Error('No draft to start from.');
  let count = 500;
  const row = () => `r${String(++count).padStart(9, '0')}`;
  const { ports, log } = memoryPorts(now, { ids: { row, file: row } });
  const words = published.texts['fr'];
  if (!words) throw new Error('No French.');
  const options = { draft, ports, planHash: published.planHash, textsHash: words.hash };
  const session = openSession(published.plan, words.bundle, options);
  for (const one of sequence) perform(session, published.plan, one);
  for (let i = 0; i < 6; i++) await Promise.resolve();
  const entries = log.map((entry) => ({ ...entry, n: entry.n + draft.n }));
  return versionOf(published.plan, foldDraft(draft, entries), days);
}

describe('the interpreter and the second voice', () => {
  it('agree after the filter, on answers generated from the cases', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5), acts(60), async (start, sequence) => {
        const version = await versionAfter(start, sequence);
        const { plan, branches } = published;
        const judged = judge(plan, version, { ...days, zone: 'Europe/Paris' });
        const errors = voice(version.answers, days);
        expect(short(filterVerdict(plan, branches, version, errors, days))).toEqual(
          short(judged.issues),
        );
      }),
      settings,
    );
  });

  it('need no filter but for marks where nothing is unknown', async () => {
    let known = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(5), acts(12), async (start, sequence) => {
        const version = await versionAfter(start, sequence);
        const { plan, branches } = published;
        const { unknown: _, ...content } = contentOfVersion(plan, version);
        const { scope } = createModel(plan, content, days);
        const isUnknown = branches.some(({ when }) =>
          instancesOf(content, whereOf(when)).some(
            (owner) => evaluate(when, scope, owner) === 'unknown',
          ),
        );
        if (isUnknown) return;
        known++;
        const errors = voice(version.answers, days);
        expect(short(filterVerdict(plan, [], version, errors, days))).toEqual(
          short(filterVerdict(plan, branches, version, errors, days)),
        );
      }),
      settings,
    );
    expect(known).toBeGreaterThan(10);
  });
});

/** A pointer in the rows that a condition reads; the conditions of this procedure that read rows read one group. */
function whereOf(when: object): string {
  return /"(\/[^"]*\/\*\/[^"]*)"/.exec(JSON.stringify(when))?.[1] ?? '/';
}
