/** Two processes on one folder would lose each other's writes in silence: the second must not start. */
import { newPerson, reach, readPublished, type } from '../faults/person.js';

export default {
  says: 'a second service on the same folder is refused with one sentence, the first goes on unharmed, a dead one is replaced',
  unit: 'rounds',
  n: 5,
  async run(bench, n) {
    const published = await readPublished(bench.root);
    const lost = [];
    let refused = 0;
    let service = await bench.start();
    for (let i = 0; i < n; i += 1) {
      const person = newPerson(bench, published);
      const gateway = reach(person, bench, service.url);
      await type(person, gateway, 3);
      const seconds = await Promise.allSettled([bench.start(), bench.start()]);
      refused += seconds.filter(({ status }) => status === 'rejected').length;
      lost.push(...seconds.flatMap(checkRefusal));
      if (!service.isRunning()) lost.push('the first one ended');
      if (!(await type(person, gateway, 6))) lost.push('the first one keeps no more entries');
      const filed = await gateway.file(person.filing);
      if (filed.is !== 'filed') lost.push(`the first one answers ${filed.is} to a filing`);
      service = await replace(bench, service, lost);
      const read = await reach(person, bench, service.url).readDraft();
      if (read.is !== 'ok' || read.value.entries.length !== 6)
        lost.push('the one that took over does not hold the draft');
    }
    await service.close();
    lost.push(...(await race(bench)));
    return {
      tried: `${n} rounds, ${refused} second services, ${n} dead ones replaced, 1 start of two at once`,
      lost,
    };
  },
};

/** Killed holders leave their lock behind: the next one takes it over. */
async function replace(bench, service, lost) {
  await service.kill();
  try {
    return await bench.start();
  } catch (error) {
    lost.push(`a dead one could not be replaced: ${error.message}`);
    throw error;
  }
}

/** Two at once on a fresh folder: one runs, one is refused. */
async function race(bench) {
  const both = await Promise.allSettled([bench.start('fresh'), bench.start('fresh')]);
  const started = both.filter(({ status }) => status === 'fulfilled').length;
  const faults = both.filter(({ status }) => status === 'rejected').flatMap(checkRefusal);
  return [...faults, ...(started === 1 ? [] : [`of two started at once, ${started} run`])];
}

function checkRefusal(second) {
  if (second.status === 'fulfilled') return ['a second service was let in'];
  const said = second.reason.said ?? '';
  const isSentence = said.length > 0 && !said.includes('\n') && /[.!]$/.test(said);
  return isSentence
    ? []
    : [
        `a second service said ${said === '' ? 'nothing' : `"${said.slice(0, 200)}"`} instead of one sentence`,
      ];
}
