/** The current is cut at random moments between typing and filing, and during filing. */
import { compareCounts, countStore } from '../faults/count-store.js';
import { pause } from '../faults/chance.js';
import { newPerson, reach, readPublished, type } from '../faults/person.js';

export default {
  says: 'kill -9 between typing and filing, and during filing: what was acknowledged is there, one dossier, one attestation',
  unit: 'cuts',
  n: 20,
  async run(bench, n) {
    const published = await readPublished(bench.root);
    const lost = [];
    const moments = { typing: 0, between: 0, filing: 0, answered: 0 };
    let service = await bench.start();
    const takes = await fileOnce(bench, newPerson(bench, published), service.url);
    bench.say(`a filing takes ${takes} ms here: cuts fall within twice that`);
    for (let i = 0; i < n; i += 1) {
      const person = newPerson(bench, published);
      const moment = bench.chance.pick(['typing', 'between', 'filing', 'filing', 'filing']);
      await cut(bench, person, service, { moment, takes });
      moments[person.receipt ? 'answered' : moment] += 1;
      service = await bench.start();
      lost.push(
        ...(await comeBack(bench, person, service.url)).map(
          (loss) => `cut ${i + 1} (${moment}): ${loss}`,
        ),
      );
    }
    await service.close();
    lost.push(...compareCounts(await countStore(service.options.dataDir), n + 1));
    const { typing, between, filing, answered } = moments;
    const tried = `${n} cuts: ${typing} while typing, ${between} between typing and filing, ${filing} before the answer to a filing, ${answered} after it`;
    return { tried, lost };
  },
};

/** Milliseconds of one filing when nothing is cut. */
async function fileOnce(bench, person, url) {
  const gateway = reach(person, bench, url);
  await type(person, gateway);
  const started = Date.now();
  const answer = await gateway.file(person.filing);
  if (answer.is !== 'filed')
    throw new Error(`A filing without any fault is answered ${answer.is} ${answer.code ?? ''}.`);
  return Math.max(5, Date.now() - started);
}

/** Lives up to the moment, and cuts. */
async function cut(bench, person, service, { moment, takes }) {
  const gateway = reach(person, bench, service.url);
  if (moment === 'typing') {
    const typed = type(person, gateway);
    await pause(bench.chance.between(1, 120));
    await service.kill();
    await typed;
    return;
  }
  await type(person, gateway);
  const filed = moment === 'filing' ? gateway.file(person.filing) : undefined;
  if (filed) await pause(bench.chance.between(0, 2 * takes));
  await service.kill();
  const answer = await filed;
  if (answer?.is === 'filed') person.receipt = answer.receipt;
}

/** The person comes back on the restarted service: what was kept is there, and filing again with the same key is safe. */
async function comeBack(bench, person, url) {
  const lost = [];
  const gateway = reach(person, bench, url);
  const read = await gateway.readDraft();
  if (read.is !== 'ok' && person.kept > 0) return ['the draft is gone'];
  const entries = read.is === 'ok' ? read.value.entries : [];
  if (entries.length < person.kept)
    lost.push(`${person.kept - entries.length} acknowledged entries are gone`);
  const differs = entries.some(
    (entry, i) => JSON.stringify(sorted(entry)) !== JSON.stringify(sorted(person.entries[i])),
  );
  if (differs) lost.push('an entry came back other than it was typed');
  if (!(await type(person, gateway))) lost.push('typing cannot go on');
  const [first, again] = [await gateway.file(person.filing), await gateway.file(person.filing)];
  for (const answer of [first, again])
    if (answer.is !== 'filed') lost.push(`filing again answers ${answer.is} ${answer.code ?? ''}`);
  if (first.is !== 'filed' || again.is !== 'filed') return lost;
  const receipts = [person.receipt, first.receipt, again.receipt].filter(
    (each) => each !== undefined,
  );
  if (new Set(receipts.map((receipt) => receipt.dossier)).size !== 1)
    lost.push('more than one dossier');
  if (new Set(receipts.map((receipt) => receipt.attestation.jws)).size !== 1)
    lost.push('another attestation');
  return lost;
}

const sorted = (entry) => Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));
