import { beforeAll, describe, expect, it } from 'vitest';
import { type SecondVoice, secondVoice } from '../../check.js';
import { compile } from '../../index.js';
import { libraryCard } from '../../testing/library-card.js';

let voice: SecondVoice;
const days = { today: '2027-02-23', filing: '2027-02-23' };

beforeAll(async () => {
  const { published } = await compile(await libraryCard());
  if (!published) throw new Error('the library card does not compile');
  voice = secondVoice(published);
});

/** Answers that nothing can be said against. */
const good = {
  person: { birthName: 'Nguyen', birth: '1990' },
  home: { postCode: '75011', situation: 'own' },
  card: { reason: 'lost' },
  children: [
    { _row: 'k7f3q9x2ma', firstNames: 'An', birth: '2020-02-03', schoolSince: '2023-09-01' },
  ],
};

const faults = (answers: object) =>
  voice(answers, days).map(({ pointer, keyword }) => `${pointer} ${keyword}`);

describe('Ajv as second voice', () => {
  it('finds nothing in good answers', () => {
    expect(voice(good, days)).toEqual([]);
  });

  it('says which branch of the schema an error comes from', () => {
    const errors = voice({ ...good, card: { reason: 'stolen' } }, days);
    const required = errors.find((error) => error.keyword === 'required');
    expect(required).toMatchObject({
      pointer: '/card',
      params: { missingProperty: 'reportNumber' },
      schemaPath: '#/properties/card/then/required',
    });
  });

  it('takes a partial date for wrong only when all of it is', () => {
    expect(faults({ ...good, person: { ...good.person, birth: '2027' } })).not.toContain(
      '/person/birth notAfter',
    );
    expect(faults({ ...good, person: { ...good.person, birth: '2028' } })).toContain(
      '/person/birth notAfter',
    );
  });

  it('counts a moment from the same row', () => {
    const child = (schoolSince: string) => ({
      ...good,
      children: [good.children[0], { ...good.children[0], birth: '2018-01-01', schoolSince }],
    });
    expect(faults(child('2020-01-01'))).toEqual([]);
    expect(faults(child('2019-12-31'))).toEqual(['/children/1/schoolSince notBefore']);
  });

  it('says nothing against a moment that is not known', () => {
    const { birth: _, ...unborn } = good.children[0] ?? {};
    expect(faults({ ...good, children: [{ ...unborn }] })).not.toContain(
      '/children/0/schoolSince notBefore',
    );
  });

  it('decides ages on the day of filing: who turns 18 that day is not younger', () => {
    const born = (birth: string) => faults({ ...good, person: { ...good.person, birth } });
    expect(born('2009-02-23')).toEqual([]);
    expect(born('2009-02-24')).toContain(' required');
    expect(born('2009')).toEqual(expect.any(Array));
  });

  it('takes two calls with two days apart', () => {
    const answers = {
      ...good,
      person: { ...good.person, birth: '2026-06-01' },
      guardian: { who: good.person },
    };
    expect(voice(answers, { today: '2026-05-31', filing: '2026-05-31' })).not.toEqual([]);
    expect(voice(answers, days)).toEqual([]);
  });

  it('reads formats as the interpreter does', () => {
    const postCode = (text: string) => faults({ ...good, home: { ...good.home, postCode: text } });
    expect(postCode('75 011')).toEqual([]);
    expect(postCode('7501')).toEqual(['/home/postCode format']);
  });
});
