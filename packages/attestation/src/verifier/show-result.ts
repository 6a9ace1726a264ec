import { checkPhrase } from '../check-phrase.js';
import type { AttestationClaims } from '../token/claims.js';
import type { KeyIssuer } from '../keys.js';
import type { Verification } from '../verify-attestation.js';
import { drawn, part } from './draw.js';
import type { Word, Words } from './words.js';

/** What was found out about a code; `cannot` when this page has no key list at all. */
export type Outcome = Verification | { readonly is: 'cannot' };

/** Strokes of the sign in the band: tick, cross, question mark, exclamation mark. */
const signs = {
  tick: 'M14 25l7 7 14-15',
  cross: 'M16 16l16 16M32 16L16 32',
  question: 'M18 19a6 6 0 1 1 8.5 5.5c-1.8.9-2.5 2-2.5 4M24 34v.5',
  exclamation: 'M24 12v15M24 34v.5',
};

/** Writes the answer in big words, then what the code says: only when it is authentic. */
export async function showResult(outcome: Outcome, jws: string, words: Words): Promise<void> {
  const test = outcome.is === 'authentic' && outcome.key.test === true;
  const look = test ? 'test' : outcome.is;
  const result = part('result', HTMLElement);
  result.dataset['is'] = look;
  const sign = { authentic: 'tick', altered: 'cross', test: 'exclamation' } as const;
  part('sign', SVGPathElement).setAttribute(
    'd',
    signs[look in sign ? sign[look as keyof typeof sign] : 'question'],
  );
  part('verdict', HTMLElement).textContent = words.say(look);
  part('meaning', HTMLElement).textContent = meaningOf(outcome, words);
  const said =
    outcome.is === 'authentic'
      ? await statement(outcome.claims, outcome.key.issuer, jws, words)
      : [];
  part('said', HTMLElement).replaceChildren(...said);
  result.hidden = false;
}

function meaningOf(outcome: Outcome, words: Words): string {
  if (outcome.is === 'unknown-key') return words.say(`unknown-key.${outcome.why}`);
  if (outcome.is !== 'authentic') return words.say(`${outcome.is}.means`);
  const issuer = nameOf(outcome.key.issuer, words);
  const meaning = words.say(outcome.key.test ? 'test.means' : 'authentic.means', { issuer });
  const [, , over] = validity(outcome.claims, words) ?? [];
  return over ? `${meaning} ${over}` : meaning;
}

async function statement(
  claims: AttestationClaims,
  issuer: KeyIssuer,
  jws: string,
  words: Words,
): Promise<readonly HTMLElement[]> {
  const check = drawn('p', '', { class: 'check' });
  check.append(
    drawn('span', words.say('line.check')),
    drawn('strong', await checkPhrase(jws), { translate: 'no', dir: 'ltr' }),
  );
  const list = drawn('dl');
  for (const [label, value, note] of linesOf(claims, issuer, words))
    list.append(line(words.say(label), value, note));
  const notes = [words.say('compare'), words.say('onlineOnly', { issuer: nameOf(issuer, words) })];
  if (claims.profile === 'third-party') notes.unshift(words.say('notTheState'));
  return [check, list, ...notes.map((note) => drawn('p', note, { class: 'note' }))];
}

type Line = readonly [label: Word, value: string, note?: string];

function linesOf(claims: AttestationClaims, issuer: KeyIssuer, words: Words): readonly Line[] {
  const { surname, givenNames, birthDate } = claims.holder;
  const lines: Line[] = [
    ['line.kind', words.named('kind', claims.kind)],
    ['line.surname', surname ?? words.say('none.surname')],
  ];
  if (givenNames) lines.push(['line.givenNames', givenNames]);
  if (birthDate) lines.push(['line.birthDate', words.day(birthDate)]);
  const valid = validity(claims, words);
  if (valid) lines.push(valid);
  if (claims.rights)
    lines.push([
      'line.rights',
      words.list(claims.rights.map((right) => words.named('right', right))),
    ]);
  lines.push(
    ['line.dossier', claims.dossier],
    ['line.state', words.named('state', claims.state)],
    ['line.issuedAt', words.moment(claims.issuedAt)],
    ['line.issuer', nameOf(issuer, words)],
    ['line.document', claims.document],
  );
  return lines;
}

function validity(
  { validFrom: from, validTo: to }: AttestationClaims,
  words: Words,
): Line | undefined {
  if (!from && !to) return undefined;
  const params = { from: words.day(from ?? ''), to: words.day(to ?? '') };
  const today = new Date().toISOString().slice(0, 10);
  const key = from && to ? 'valid.fromTo' : from ? 'valid.from' : 'valid.to';
  if (to && to < today) return ['line.valid', words.say(key, params), words.say('valid.over')];
  if (from && from > today)
    return ['line.valid', words.say(key, params), words.say('valid.notYet')];
  return ['line.valid', words.say(key, params)];
}

function line(label: string, value: string, note?: string): HTMLElement {
  const row = drawn('div');
  const said = drawn('dd');
  said.append(drawn('bdi', value, { translate: 'no' }));
  if (note) said.append(drawn('strong', note, { class: 'over' }));
  row.append(drawn('dt', label), said);
  return row;
}

function nameOf({ names, id }: KeyIssuer, { lang }: Words): string {
  return names[lang] ?? Object.values(names)[0] ?? id;
}
