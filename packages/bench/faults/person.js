/** One person at one page: types, files, comes back. Every address asked and every status answered is kept. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The published version that campaigns file, as the service serves it. */
export async function readPublished(root) {
  return JSON.parse(
    await readFile(path.join(root, 'schemas/student-permit-renewal/published/1.1.0.json'), 'utf8'),
  );
}

export function newPerson({ client, chance }, published) {
  const word = chance.word(8);
  const { id, version, planHash } = published;
  return {
    identity: client.newDraftIdentity(),
    draft: { procedure: { id, version, planHash }, startedAt: new Date().toISOString() },
    entries: typing(word),
    filing: filingOf(published, word),
    seen: [],
    /** Entries that the service said it holds. */
    kept: 0,
    receipt: undefined,
  };
}

/** The person's way to a service that runs: no retries of its own, so that a campaign sees each attempt. */
export function reach(person, { client }, url) {
  const recording = async (address, options) => {
    const answer = { url: String(address), status: 0 };
    person.seen.push(answer);
    const response = await fetch(address, options);
    answer.status = response.status;
    return response;
  };
  return client.httpGateway({
    api: url,
    identity: person.identity,
    draft: person.draft,
    fetch: recording,
    retryAfter: [],
  });
}

/** Types what is not kept yet, one entry a request, as slow hands do. Answers false as soon as one is not kept. */
export async function type(person, gateway, until = person.entries.length) {
  while (person.kept < until) {
    const answer = await gateway.appendEntries([person.entries[person.kept]]);
    if (answer.is !== 'ok') return false;
    person.kept += 1;
  }
  return true;
}

function typing(word) {
  const texts = [
    '/person/givenNames',
    '/person/birthName',
    '/person/birthPlace',
    '/travelDocument/number',
    '/contact/email',
  ];
  return Array.from({ length: 24 }, (_, i) => ({
    n: i + 1,
    at: new Date(1_800_000_000_000 + i * 1000).toISOString(),
    device: `phone-${word}`,
    op: 'set',
    pointer: texts[i % texts.length],
    value: `${word}${i}`,
  }));
}

function filingOf(published, word) {
  const answers = {
    person: { nameForm: 'both', givenNames: word, birthName: `B${word}`, birth: '1999-04' },
  };
  return {
    version: { answers, marks: {}, pieces: {} },
    planHash: published.planHash,
    textsHash: published.texts.fr.hash,
    lang: 'fr',
  };
}
