/** What a person types, chosen by a seed: any field of the bench form, mostly what can be read. */
import { options } from '../contenders/model.js';
import { randomOf } from './figures.js';

/** Pairs of pointer and value; `rows` puts them in the rows of a group. */
export function actsOf(plan, seed, count, rows) {
  const random = randomOf(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const patterns = Object.keys(plan.fields);
  return Array.from({ length: count }, (_, i) => {
    const pattern = pick(patterns);
    const pointer = rows ? pattern.replace('*', pick(rows)) : pattern;
    return [pointer, valueOf(plan.fields[pattern], i, random)];
  });
}

/** An answer to every field. */
export function allAnswers(plan, seed, rows) {
  const random = randomOf(seed);
  return Object.fromEntries(
    Object.keys(plan.fields).flatMap((pattern, i) =>
      (rows ?? ['*']).map((row) => [pattern.replace('*', row), valueOf(plan.fields[pattern], i, random)]),
    ),
  );
}

function valueOf({ kind, schema }, i, random) {
  if (kind === 'yes-no') return random() < 0.5;
  if (kind === 'choice') return options[Math.floor(random() * options.length)];
  if (kind === 'number') return i % 1000;
  if (kind === 'date') return `20${10 + (i % 20)}-0${1 + (i % 9)}-1${i % 10}`;
  if (kind === 'email') return `person${i}@example.org`;
  if (schema.pattern !== undefined) return `AB${1000 + (i % 9000)}`;
  return random() < 0.1 ? 'x' : `Some words ${i}`;
}
