import { WireProblem } from '../wire-problem.js';

/** Small readers of unknown JSON: each answers the typed value or throws `malformed-body`, never naming a value. */

const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);
const maxDepth = 40;
const maxNodes = 50_000;

/** Throws `malformed-body`. */
export function refuse(): never {
  throw new WireProblem('malformed-body');
}

/** A plain object, without names that could reach a prototype, at no depth. */
export function readObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse();
  return value as Readonly<Record<string, unknown>>;
}

/** Text of at most `max` characters that fits `pattern`. */
export function readText(value: unknown, max: number, pattern?: RegExp): string {
  if (typeof value !== 'string' || value.length > max || (pattern && !pattern.test(value)))
    refuse();
  return value;
}

/** Text, or nothing. */
export function readOptionalText(value: unknown, max: number): string | undefined {
  return value === undefined ? undefined : readText(value, max);
}

/** A whole number from 0 (or `min`) to 2³¹ − 1. */
export function readCount(value: unknown, min = 0): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > 2 ** 31 - 1)
    refuse();
  return value;
}

/** An ISO 8601 instant. */
export function readInstant(value: unknown): string {
  const text = readText(value, 40, /^\d{4}-\d\d-\d\dT\d\d:\d\d/);
  if (Number.isNaN(Date.parse(text))) refuse();
  return text;
}

/** A calendar day that exists. */
export function readDay(value: unknown): string {
  const text = readText(value, 10, /^\d{4}-\d\d-\d\d$/);
  const at = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text) refuse();
  return text;
}

export function readList(value: unknown, max: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > max) refuse();
  return value;
}

/** A pointer of at most 500 characters, none of whose segments could reach a prototype. */
export function readPointer(value: unknown): string {
  const text = readText(value, 500, /^(\/.*)?$/s);
  if (text.split('/').some((segment) => forbiddenNames.has(segment))) refuse();
  return text;
}

/**
 * Walks a whole body once: no forbidden name, not too deep, not too many nodes.
 * `secure-json-parse` has refused `__proto__` before; pointers used as keys are looked at here too.
 */
export function refuseHostile(value: unknown): void {
  let nodes = 0;
  const visit = (node: unknown, depth: number): void => {
    nodes += 1;
    if (depth > maxDepth || nodes > maxNodes) refuse();
    if (typeof node !== 'object' || node === null) return;
    for (const [name, child] of Object.entries(node)) {
      if (name.split('/').some((segment) => forbiddenNames.has(segment))) refuse();
      visit(child, depth + 1);
    }
  };
  visit(value, 0);
}
