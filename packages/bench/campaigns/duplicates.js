/** Many filings at once on few keys: double clicks, retries, two tabs, an outbox that wakes up. */
import { compareCounts, countStore } from '../faults/count-store.js';
import { pause } from '../faults/chance.js';
import { newPerson, reach, readPublished, type } from '../faults/person.js';

export default {
  says: 'many filings at once on few keys: one dossier a key, the same answer to all, never a fault of the service',
  unit: 'filings at once',
  n: 100,
  async run(bench, n) {
    const published = await readPublished(bench.root);
    const service = await bench.start();
    const people = Array.from({ length: Math.max(2, Math.round(n / 10)) }, () =>
      newPerson(bench, published),
    );
    for (const person of people) await type(person, reach(person, bench, service.url), 2);
    const filings = Array.from({ length: n }, (_, i) =>
      fileUntilAnswered(bench, people[i % people.length], service.url),
    );
    const answers = await Promise.all(filings);
    const lost = people.flatMap((person, i) =>
      checkPerson(
        person,
        answers.filter((_, at) => at % people.length === i),
      ),
    );
    await service.close();
    const filed = Math.min(n, people.length);
    lost.push(...compareCounts(await countStore(service.options.dataDir), filed));
    const waited = answers.reduce((sum, answer) => sum + answer.inFlight, 0);
    return { tried: `${n} filings at once on ${filed} keys, ${waited} times told to wait`, lost };
  },
};

async function fileUntilAnswered(bench, person, url) {
  for (let inFlight = 0; ; inFlight += 1) {
    const answer = await reach(person, bench, url).file(person.filing);
    if (answer.is !== 'refused' || answer.code !== 'in-flight' || inFlight === 200)
      return { ...answer, inFlight };
    await pause(bench.chance.between(5, 40));
  }
}

function checkPerson(person, answers) {
  const faults = person.seen.filter(({ status }) => status >= 500 || status === 0);
  const made = person.seen.filter(({ url, status }) => url.endsWith('/file') && status === 201);
  const others = answers.filter((answer) => answer.is !== 'filed');
  const said = new Set(answers.map((answer) => JSON.stringify(answer.receipt)));
  return [
    ...faults.map(({ status }) => `a request was answered ${status}`),
    ...others.map((answer) => `a filing was answered ${answer.is} ${answer.code ?? ''}`),
    ...(said.size > 1 ? [`one key was given ${said.size} different answers`] : []),
    ...(answers.length > 0 && made.length !== 1
      ? [`one key was told "made" ${made.length} times`]
      : []),
  ];
}
