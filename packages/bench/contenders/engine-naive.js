/**
 * The naive engine: after each answer it computes the whole model anew, by the same rules (`versionOf` and
 * `judge`, as a service does once), and compares every issue with those before to know what became different.
 */
import { judge, versionOf } from '@guichet/engine';
import { days, draftOf } from '../harness/ports.js';

const at = { ...days, zone: 'Europe/Paris' };

export function openNaive({ plan, planHash }, given = draftOf({ plan, planHash })) {
  const draft = { ...given, answers: { ...given.answers } };
  const whole = () => {
    const { issues, inactive } = judge(plan, versionOf(plan, draft, days), at);
    const found = new Map(issues.map((issue) => [issue.pointer, issue.code]));
    for (const pointer of inactive) found.set(pointer, 'inactive');
    return found;
  };
  let before = whole();
  return {
    answer(pointer, value) {
      draft.answers[pointer] = value;
      const after = whole();
      const changed = new Set([pointer]);
      for (const key of new Set([...before.keys(), ...after.keys()]))
        if (before.get(key) !== after.get(key)) changed.add(key);
      before = after;
      return changed.size;
    },
  };
}
