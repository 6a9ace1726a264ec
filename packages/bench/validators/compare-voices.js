/** Generates procedures and answers, asks the three voices about each, and says where they do not agree. */
import { chanceOf, generateSchema, generateVersion } from '@guichet/engine/testing';
import { hear, openVoices } from './voices.js';
import { reduce } from './reduce.js';

/** Answers tried on one procedure: compiling costs a hundred times a verdict. */
const perProcedure = 120;
/** After so many divergences, the rest would say the same. */
const enough = 3;

const days = ['2026-11-23', '2028-02-29', '2027-01-31', '2038-01-20', '2027-03-28'];

/**
 * @param {{ seed: number, n: number, until?: number, say?: (line: string) => void }} options `until`: ms since 1970
 * @returns {Promise<{ cases: number, procedures: number, third: number, issues: number, clean: number, lost: string[] }>}
 */
export async function compareVoices({ seed, n, until = Infinity, say = () => undefined }) {
  const done = { cases: 0, procedures: 0, third: 0, issues: 0, clean: 0, lost: [] };
  for (let i = 0; done.cases < n && done.lost.length < enough && Date.now() < until; i += 1) {
    const own = (seed + Math.imul(i, 0x9e3779b1)) >>> 0;
    const chance = chanceOf(own);
    const generated = generateSchema(chance, chance.between(2, 30));
    const voices = await openVoices(generated);
    done.procedures += 1;
    if (voices.refused.length > 0) {
      done.lost.push(
        `seed ${own}: a schema that should be admitted is refused\n${voices.refused.join('\n')}\n${show(generated)}`,
      );
      continue;
    }
    await compareOn(voices, {
      chance,
      own,
      generated,
      most: Math.min(perProcedure, n - done.cases),
      done,
    });
    if (done.procedures % 100 === 0) say(`${done.cases} cases on ${done.procedures} procedures`);
  }
  return done;
}

async function compareOn(voices, { chance, own, generated, most, done }) {
  for (let k = 0; k < most; k += 1) {
    const sent = generateVersion(chance, voices.published.plan);
    const today = chance.pick(days);
    const at = { today, filing: chance.is(80) ? today : chance.pick(days) };
    const heard = hear(voices, sent, at);
    done.cases += 1;
    if (heard.isThird) done.third += 1;
    done.issues += heard.interpreter.length;
    if (heard.interpreter.length === 0) done.clean += 1;
    if (heard.differ.length === 0) continue;
    done.lost.push(await explain(generated, sent, at, { own, voices, first: heard.differ[0] }));
    return;
  }
}

/** A divergence on the smallest schema and answers that still show it. */
async function explain(generated, sent, at, { own, voices, first }) {
  const kind = first.slice(0, 14);
  const isShown = (opened, answers) =>
    hear(opened, answers, at).differ.some((one) => one.startsWith(kind));
  const answers = await reduce(sent, (smaller) =>
    isShown(voices, { marks: {}, pieces: {}, answers: {}, ...smaller }),
  );
  const small = { marks: {}, pieces: {}, answers: {}, ...answers };
  const schema = await reduce(generated, async (smaller) => {
    if (hollow.test(JSON.stringify(smaller))) return false;
    const opened = await openVoices({ blocks: {}, data: {}, ...smaller });
    return opened.refused.length === 0 && isShown(opened, small);
  });
  const opened = await openVoices({ blocks: {}, data: {}, ...schema });
  const least = await reduce(small, (smaller) =>
    isShown(opened, { marks: {}, pieces: {}, answers: {}, ...smaller }),
  );
  const whole = { marks: {}, pieces: {}, answers: {}, ...least };
  const heard = hear(opened, whole, at);
  return [
    `seed ${own}: ${heard.differ.join('; ')} do not agree`,
    `  schema: ${show(schema)}`,
    `  answers: ${show(whole)}, today ${at.today}, filing ${at.filing}`,
    `  interpreter: ${show(heard.interpreter)}`,
    `  ajv: ${show(heard.ajv)}${heard.isThird ? ` (of the keywords that cfworker speaks: ${show(heard.ours)})` : ''}`,
    `  cfworker: ${heard.isThird ? show(heard.cfworker) : 'not asked'}`,
  ].join('\n');
}

/** What nobody writes, and no schema of the admitted language holds: objects without questions, an `if` that reads nothing. */
const hollow = /"(required":\[\]|properties":\{\}|(if|items|not|[\w ]*allOf)":[{[][}\]])/;

const show = (value) => JSON.stringify(value);
