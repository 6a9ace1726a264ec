import { readFile } from 'node:fs/promises';
import type { Operator } from '@guichet/procedure';
import { checkOperator } from '@guichet/procedure/check';
import { ServiceError } from '../errors.js';
import { reasonOf } from '../reason-of.js';

/**
 * Reads and checks operator.json. An administration that lacks a mention of R. 112-11-1 cannot start:
 * it would give receipts that the law does not know.
 * Throws `operator-unreadable`, `operator-incomplete`.
 */
export async function loadOperator(file: string): Promise<Operator> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new ServiceError('operator-unreadable', { file, reason: reasonOf(error) });
  });
  const fault = checkOperator(text, file).find((problem) => problem.severity === 'error');
  if (fault) {
    const { line, message, fix } = fault;
    throw new ServiceError('operator-incomplete', { file, line, message, fix });
  }
  return JSON.parse(text) as Operator;
}
