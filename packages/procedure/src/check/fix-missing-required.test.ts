import { describe, expect, it } from 'vitest';
import { check } from '../check.js';
import { libraryCard, libraryCardWith, rulesOf } from '../testing/library-card.js';
import { fixMissingRequired } from './fix-missing-required.js';

const data = 'library-card/data.schema.json';
const fixes = (text: string) =>
  fixMissingRequired({ id: 'library-card', files: { [data]: text } })[data];

describe('fixMissingRequired', () => {
  it('has nothing to do where nothing is missing', async () => {
    expect(fixMissingRequired(await libraryCard())).toEqual({});
  });

  it('mends each if of the procedure and of shared blocks, so that check is content', async () => {
    const broken = await libraryCardWith({
      [data]: (s) => {
        delete s.properties.card.if.required;
        s.if.required = [];
        delete s.if.properties.person.required;
      },
      'shared/child.schema.json': (s) => delete s.if.required,
    });
    expect(rulesOf(await check(broken))).toEqual(['if-required']);
    const fixed = fixMissingRequired(broken);
    expect(Object.keys(fixed)).toEqual([data, 'shared/child.schema.json']);
    expect(await check({ id: broken.id, files: { ...broken.files, ...fixed } })).toEqual([]);
  });

  it.each([
    ['{"if":{"properties":{"a":{}}}}', '{"if":{"required": ["a"], "properties":{"a":{}}}}'],
    [
      '{"if": { "required": [ "b" ], "properties": {"a":1,"b":2} } }',
      '{"if": { "required": ["a",  "b" ], "properties": {"a":1,"b":2} } }',
    ],
    [
      '{"if":{"not":{"properties":{"é\\"":{}},"required":[]}}}',
      '{"if":{"not":{"properties":{"é\\"":{}},"required":["é\\""]}}}',
    ],
    [
      '\ufeff{"if":{"properties":{"a":{}}}}',
      '\ufeff{"if":{"required": ["a"], "properties":{"a":{}}}}',
    ],
  ])('adds the names and moves nothing else: %s', (text, fixed) => {
    expect(fixes(text)).toBe(fixed);
    expect(fixes(fixed)).toBeUndefined();
  });

  it.each(['{"if":{"properties":{"a":{}}', '{"a":1,"a":2,"if":{"properties":{"a":{}}}}', '[]', ''])(
    'leaves alone what cannot be read: %s',
    (text) => {
      expect(fixes(text)).toBeUndefined();
    },
  );
});
