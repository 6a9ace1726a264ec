import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isAfterWord } from '@guichet/procedure';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesBelow, isTest, root, short } from './workspace.js';

/** Interface words travel to each person in each language: none that nobody says, and none missing. */
const wordsIn = (name: string): Readonly<Record<string, unknown>> =>
  (JSON.parse(readFileSync(path.join(root, `schemas/shared/texts/fr/${name}.json`), 'utf8')) as { readonly ui: Readonly<Record<string, unknown>> }).ui;
const ui = { ...wordsIn('interface'), ...wordsIn('explanations') };
const keys = Object.keys(ui);

/** Keys that code puts together: what precedes the variable part. */
const madeUp: Readonly<Record<string, string>> = {
  'because.': 'what an explanation says of a condition',
  'can.': 'acts of the status page, by the lifecycle',
  'changes.': 'what a change set says of a change',
  'date.': 'parts of a day',
  'import.': 'a finding of a table, by its code',
  'issues.': 'a fault by its code, kind or format',
  'mark.is.': 'a mark by what it is',
  'moveDown.what': '`${key}.what` of a row',
  'moveUp.what': '`${key}.what` of a row',
  'operator.hours.': 'days of the week',
  'pieces.cost.': 'what a piece is needed for',
  'pieces.needed.': 'what a piece is needed for',
  'pieces.state.': 'a file by its state',
  'privacy.basis.': 'legal bases',
  'refused.': 'a refusal of the service by its code',
  'remove.what': '`${key}.what` of a row',
  'restore.': 'why a file could not be opened',
  'save.': 'where it is saved',
  'status.amending.': 'effect of amending',
  'status.complete.': 'verdicts',
  'status.inWindow.': 'verdicts',
  'status.proposal.': 'a proposal by its state',
  'doubt.': 'a doubt by its code',
  'review.links.': 'a linked dossier by how it is filed',
  'steps.': 'a step by its state',
  'timeline.by.': 'who did it',
  'task.': 'a task by its state',
  'turn.': 'whose turn it is',
  'unit.': 'units of numbers',
};

const sources = ['engine', 'elements', 'attestation', 'embed']
  .flatMap((name) => filesBelow(path.join(root, 'packages', name, 'src'), ['.ts']))
  // The receipt and the verification page have words of their own.
  .filter((file) => !isTest(file) && !/\/(testing|fixtures|receipt|verifier)\/|\.stories\.ts$/.test(file));
const strings = new Map(sources.map((file) => [file, stringsOf(file)]));

describe('interface words', () => {
  it('are each said by some source', () => {
    const said = new Set([...strings.values()].flatMap(({ all }) => all));
    const isMadeUp = (key: string): boolean => Object.keys(madeUp).some((start) => key.startsWith(start));
    expect(keys.filter((key) => !said.has(key) && !isMadeUp(key))).toEqual([]);
  });

  it('exist, whenever a source says one by name', () => {
    const missing = [...strings].flatMap(([file, { keys: named }]) =>
      named.filter((key) => key.includes('.') && !key.startsWith('receipt.') && !Object.hasOwn(ui, key)).map((key) => `${short(file)}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('of the status page alone are the only ones that wait until something is filed', () => {
    const form = [...strings].filter(([file]) => !/\/elements\/src\/status\/|\/dossier\//.test(file));
    const late = form.flatMap(([file, { keys: named }]) =>
      named.filter((key) => Object.hasOwn(ui, key) && isAfterWord(key)).map((key) => `${short(file)}: ${key}`),
    );
    expect(late).toEqual([]);
  });
});

/** All plain strings of a file, and those that name a word in a call of `say`. */
function stringsOf(file: string): { readonly all: readonly string[]; readonly keys: readonly string[] } {
  const all: string[] = [];
  const named: string[] = [];
  const visit = (node: ts.Node, isKey: boolean): void => {
    if (ts.isStringLiteralLike(node)) {
      all.push(node.text);
      if (isKey) named.push(node.text);
    }
    if (ts.isCallExpression(node) && /(^|\.)say$/.test(node.expression.getText())) {
      const key = node.arguments.find((one) => one.getText() !== 'core');
      for (const one of node.arguments) visit(one, one === key);
      return;
    }
    const isChoice = ts.isConditionalExpression(node);
    ts.forEachChild(node, (child) => visit(child, isKey && isChoice && child !== node.condition));
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true), false);
  return { all, keys: named };
}
