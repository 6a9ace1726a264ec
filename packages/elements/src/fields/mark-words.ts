import type { Mark } from '@guichet/engine';
import type { Scope } from '../form/scope.js';

/** What a mark says in words: "I don't know", "Answer awaited from: the university". */
export function markWords(scope: Scope, mark: Mark): string {
  const from = mark.from ?? '';
  const said = mark.is === 'awaited' && from ? 'awaitedFrom' : mark.is;
  return [scope.say(`mark.is.${said}`, { from }), mark.why].filter(Boolean).join(' – ');
}
