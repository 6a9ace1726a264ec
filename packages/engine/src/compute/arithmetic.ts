import { type Computed, exact, numbersAmong } from './computed.js';

/** Numbers together; the sum of nothing is 0. The order never matters: what could overflow in one order is unknown in all. */
export function sum(parts: readonly Computed[]): Computed {
  const numbers = numbersAmong(parts);
  const isSafe =
    numbers && exact(numbers.reduce((all, one) => all + Math.abs(one), 0)) !== undefined;
  return isSafe ? exact(numbers.reduce((all, one) => all + one, 0)) : undefined;
}

/** The smallest, or the greatest; of nothing: nothing. */
export function extreme(
  pick: (...numbers: number[]) => number,
  parts: readonly Computed[],
): Computed {
  const numbers = numbersAmong(parts);
  if (!numbers) return undefined;
  return numbers.length === 0 ? null : pick(...numbers);
}

/** Numbers by each other. */
export function product(parts: readonly Computed[]): Computed {
  const numbers = allOf(parts);
  return numbers && exact(numbers.reduce((all, one) => all * one, 1));
}

/** The first less the second. */
export function difference(parts: readonly Computed[]): Computed {
  const [first = 0, second = 0] = allOf(parts) ?? [NaN];
  return exact(first - second);
}

/** The first by the second, to a whole number: the one below, the one above, or the nearest, a half going up. */
export function quotient(parts: readonly Computed[], round: 'down' | 'up' | 'half-up'): Computed {
  const [first = 0, second = 0] = allOf(parts) ?? [];
  if (second === 0) return undefined;
  const isWhole = Number.isInteger(first) && Number.isInteger(second);
  const [down, part] = isWhole ? dividedWhole(first, second) : divided(first, second);
  if (part === 0 || round === 'down') return exact(down);
  return exact(round === 'up' || part >= 0.5 ? down + 1 : down);
}

/** The whole number below the quotient of two, and what is left over: the remainder is exact where their quotient is not. */
function dividedWhole(first: number, second: number): readonly [number, number] {
  const rest = first % second;
  const towardsZero = (first - rest) / second;
  if (rest === 0) return [towardsZero, 0];
  return rest < 0 === second < 0
    ? [towardsZero, rest / second]
    : [towardsZero - 1, 1 + rest / second];
}

function divided(first: number, second: number): readonly [number, number] {
  const all = exact(first / second) ?? Infinity;
  return [Math.floor(all), all - Math.floor(all)];
}

/** All of them, each a number and asked; undefined otherwise. */
function allOf(parts: readonly Computed[]): readonly number[] | undefined {
  return parts.every((part) => typeof part === 'number') ? parts : undefined;
}
