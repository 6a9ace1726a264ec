/** Two voices, one verdict, and a third to tell: generated schemas of the admitted language, generated answers. */
import path from 'node:path';

export default {
  says: 'interpreter, Ajv and cfworker behind one filter: the same verdict on generated schemas and answers',
  unit: 'cases',
  n: 100_000,
  /** Compares functions: no service is started. */
  withService: false,
  takesTime: true,
  async run(bench, n) {
    const { compareVoices } = await bench.load(path.join(bench.root, 'packages/bench/validators/compare-voices.js'));
    const done = await compareVoices({ seed: bench.seed, n, until: bench.until, say: bench.say });
    const { cases, procedures, third, issues, clean, lost } = done;
    return {
      tried: `${cases} cases on ${procedures} procedures, ${third} of them with cfworker; ${issues} issues, ${clean} cases without one`,
      lost,
    };
  },
};
