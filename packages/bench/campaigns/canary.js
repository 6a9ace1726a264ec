/** A word that exists nowhere else is put wherever a person can put one, then looked for where it must not be. */
import { File } from 'node:buffer';
import { findIn, mark, searchFolder } from '../faults/search.js';
import { newPerson, reach, readPublished } from '../faults/person.js';

export default {
  says: 'a word typed in every field, file name and file is found nowhere in the folder, the log or any address',
  unit: 'people',
  n: 3,
  async run(bench, n) {
    const published = await readPublished(bench.root);
    const service = await bench.start();
    const words = [];
    const people = [];
    for (let i = 0; i < n; i += 1) {
      const person = newPerson(bench, published);
      words.push(...(await speak(bench, person, published, service.url)));
      people.push(person);
    }
    const lost = [];
    // Twice: while it runs, with all that the store has not folded away yet, and after it closed.
    lost.push(...(await look(bench, words, service, people)));
    await service.close();
    lost.push(...(await look(bench, words, service, people)));
    const fields = Object.keys(published.plan.fields).length;
    const asked = people.reduce((sum, person) => sum + person.seen.length, 0);
    lost.push(...people.flatMap((person) => person.unheard));
    return {
      tried: `${words.length} words of ${n} people in ${fields} fields, file names and files; ${asked} addresses`,
      lost: [...new Set(lost)],
    };
  },
};

/** Types, uploads, files, amends, withdraws: every way in. Answers the words used. */
async function speak(bench, person, published, url) {
  const { chance, client } = bench;
  const words = [];
  const word = () => (words.push(`${mark}${chance.word(10)}`), words.at(-1));
  const gateway = reach(person, bench, url);
  const answers = {};
  const entries = Object.entries(published.plan.fields).map(([pattern, field], i) => {
    const value = field.schema.format === 'email' ? `${word()}@example.org` : word();
    const pointer = pattern.replaceAll('/*', '/kcanary0001');
    if (takesWords(field) && !pattern.includes('*'))
      put(answers, pointer, value.slice(0, field.schema.maxLength ?? 100));
    return { n: i + 1, at: new Date().toISOString(), device: 'phone', op: 'set', pointer, value };
  });
  const marked = {
    n: entries.length + 1,
    at: new Date().toISOString(),
    device: 'phone',
    op: 'mark',
    pointer: '/contact/email',
    mark: { is: 'unknown', why: word(), at: new Date().toISOString() },
  };
  const pieces = {};
  for (const name of Object.keys(published.plan.pieces).slice(0, 3)) {
    const bytes = new TextEncoder().encode(`%PDF-1.4\n% ${word()}\n%%EOF\n`);
    const source = new File([bytes], `${word()}.pdf`, { type: 'application/pdf' });
    const file = {
      id: client.newFileId(),
      name: source.name,
      size: source.size,
      type: source.type,
      state: 'sending',
    };
    const stored = await gateway.putPiece(name, file, source, () => undefined);
    if (stored.state === 'stored') pieces[name] = { files: [stored] };
    else
      (person.unheard ??= []).push(
        `a file was answered ${stored.problem}: it could not be looked for`,
      );
  }
  const missing = Object.keys(published.plan.pieces)[4];
  pieces[missing] = { is: 'missing', why: word(), from: word(), at: new Date().toISOString() };
  const kept = await gateway.appendEntries([...entries, marked]);
  const filing = {
    ...person.filing,
    version: { answers, marks: { '/home/phone': marked.mark }, pieces },
  };
  const filed = await gateway.file(filing);
  person.unheard = [
    ...(person.unheard ?? []),
    ...(kept.is === 'ok' ? [] : [`entries were answered ${kept.is} ${kept.code}`]),
    ...(filed.is === 'filed'
      ? []
      : [
          `the filing was answered ${filed.is} ${filed.code ?? ''} ${JSON.stringify(filed.issues ?? '')}`,
        ]),
  ];
  if (filed.is === 'filed') await goOn(gateway, filed, filing, word);
  return words;
}

/** Amends, with a reason in the person's words. */
async function goOn(gateway, { receipt }, filing, word) {
  const name = word();
  const answers = {
    ...filing.version.answers,
    person: { ...filing.version.answers.person, givenNames: name },
  };
  const difference = {
    base: 1,
    changes: [{ op: 'set', pointer: '/person/givenNames', from: word(), to: name }],
  };
  await gateway.amend({
    ...filing,
    version: { ...filing.version, answers },
    etag: receipt.etag,
    difference,
    reason: word(),
  });
}

const takesWords = (field) =>
  ['text', 'long-text'].includes(field.kind) &&
  field.schema.format === undefined &&
  field.schema.pattern === undefined &&
  (field.schema.maxLength ?? 100) >= 16;

function put(answers, pointer, value) {
  const path = pointer.split('/').slice(1);
  const last = path.pop();
  let at = answers;
  for (const key of path) at = at[key] ??= {};
  at[last] = value;
}

async function look(bench, words, service, people) {
  const urls = people.flatMap((person) => person.seen.map(({ url }) => url)).join('\n');
  const inLog = findIn(Buffer.from(service.log()), words).map((found) => `the log holds ${found}`);
  const inUrls = findIn(Buffer.from(urls), words).map((found) => `an address holds ${found}`);
  const inFiles = (await searchFolder(bench.folder, words)).map(
    ({ file, found }) => `${file} holds ${found}`,
  );
  return [...inLog, ...inUrls, ...inFiles];
}
