import { holderRights, journeyActions, journeyGuards } from '@guichet/procedure';
import { expect, it } from 'vitest';
import { commandsOf } from '../commands/policy.js';
import { actions } from './actions.js';
import { guards } from './guards.js';

it('authors are told of the actions and guards that the fold holds, and of no other', () => {
  expect(Object.keys(actions).sort()).toEqual([...journeyActions].sort());
  expect(Object.keys(guards).sort()).toEqual([...journeyGuards].sort());
});

it('what a state may tell a holder is a command of theirs, but for what is done at a counter', () => {
  const theirs: readonly string[] = commandsOf('holder');
  expect(holderRights.filter((name) => !theirs.includes(name))).toEqual(['collect']);
});
