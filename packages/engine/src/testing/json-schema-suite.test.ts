import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { secondVoice } from '@guichet/procedure/check';
import skips from '../../../conformance/json-schema/skips.json' with { type: 'json' };
import { runSuiteGroup, type SuiteGroup } from './json-schema-suite.js';

const folder = process.env['JSON_SCHEMA_SUITE'] ?? '';
const tests = path.join(folder, 'tests/draft2020-12');
const why =
  folder === ''
    ? 'JSON_SCHEMA_SUITE does not name the folder of the official suite'
    : `JSON_SCHEMA_SUITE names ${folder}, which holds no tests/draft2020-12`;
const isHere = folder !== '' && existsSync(tests);
if (!isHere) console.warn(`The JSON Schema test suite is skipped: ${why}.`);

/** Beside the required files, the optional ones that speak of what Guichet admits. */
const optional = [
  'bignum',
  'ecmascript-regex',
  'float-overflow',
  'non-bmp-regex',
  'format/date',
  'format/email',
];
const files = isHere
  ? [
      ...readdirSync(tests).filter((name) => name.endsWith('.json')),
      ...optional.map((name) => `optional/${name}.json`),
    ]
  : [];

/** A refused schema, with the rules that refuse it; or a verdict that differs, with the reason. */
type Skip = string | { readonly differs: string; readonly because: string };
const listed: Readonly<Record<string, Readonly<Record<string, Skip>>>> = skips;

function listedIn(file: string): Record<string, string> {
  const entries = Object.entries(listed[file] ?? {});
  return Object.fromEntries(
    entries.map(([name, skip]) => [name, typeof skip === 'string' ? skip : skip.differs]),
  );
}

/** What does not give the suite's verdict: description of the group, or group and test → why. */
async function skippedIn(file: string): Promise<Record<string, string>> {
  const groups = JSON.parse(readFileSync(path.join(tests, file), 'utf8')) as SuiteGroup[];
  const found: Record<string, string> = {};
  for (const group of groups) {
    const { refused, differences } = await runSuiteGroup(group, secondVoice);
    if (refused.length > 0) found[group.description] = `refused: ${refused.join(', ')}`;
    for (const [test, how] of Object.entries(differences))
      found[`${group.description} / ${test}`] = how;
  }
  return found;
}

describe.skipIf(!isHere)(`the JSON Schema test suite${isHere ? '' : `: skipped, ${why}`}`, () => {
  it.each(files)(
    '%s gets the verdicts of the suite, but for what skips.json lists',
    async (file) => {
      expect(await skippedIn(file)).toEqual(listedIn(file));
    },
  );

  it('skips no file that the suite does not have', () => {
    expect(Object.keys(listed).filter((file) => !files.includes(file))).toEqual([]);
  });
});
