/** One procedure, one version of its answers, three verdicts after one filter (rules.md A6). */
import { compile } from '@guichet/procedure';
import { secondVoice } from '@guichet/procedure/check';
import { filterVerdict, judge, settledVersion, shownVersion } from '@guichet/engine';
import { procedureAround, removedByFilter } from '@guichet/engine/testing';
import { notSpoken, thirdVoice } from './third-voice.js';

/** What a generated procedure lacks on purpose: its words, and pages for its questions. */
const apart = [
  'missing-text',
  'missing-language',
  'unknown-text',
  'never-asked',
  'unreachable-step',
];

/** Compiles a generated schema as any procedure is; `refused` says why it is not of the admitted language. */
export async function openVoices(generated) {
  const { published, problems } = await compile(procedureAround(generated));
  const refused = problems.filter(
    ({ rule, severity }) => severity === 'error' && !apart.includes(rule),
  );
  if (!published || refused.length > 0)
    return { refused: refused.map(({ rule, message }) => `${rule}: ${message}`) };
  return { published, second: secondVoice(published), third: thirdVoice(published), refused: [] };
}

/**
 * The verdicts on some answers, sorted; `differ` says which voices do not agree.
 *
 * @param {{ today: string, filing: string }} days
 */
export function hear({ published, second, third }, sent, days) {
  const { plan, branches } = published;
  const version = settledVersion(plan, sent, days);
  const interpreter = short(judge(plan, version, { ...days, zone: 'Europe/Paris' }).issues);
  const shown = shownVersion(plan, version, days);
  const errors = second(shown.answers, days);
  const filtered = (found) => short(filterVerdict(plan, branches, shown, found, days));
  const ajv = filtered(errors);
  const ours = third && filtered(errors.filter(({ keyword }) => !notSpoken.includes(keyword)));
  const cfworker = third && filtered(third(shown.answers));
  const removed = removedByFilter(published, shown, errors, days);
  const differ = [
    ...(same(interpreter, ajv) ? [] : ['interpreter and ajv']),
    ...(!third || same(ours, cfworker) ? [] : ['ajv and cfworker']),
    ...(removed.length === 0 ? [] : [`the filter took out ${removed.join(', ')}`]),
  ];
  return { interpreter, ajv, cfworker, ours, differ, isThird: third !== undefined };
}

const short = (issues) =>
  issues.map(({ pointer, code, stops }) => `${pointer} ${code}${stops ? ' stops' : ''}`).sort();

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
