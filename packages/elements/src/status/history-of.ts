import type { MadeFile } from '../attestation/evidence-of.js';
import { eventName, wordsOf } from './say-with.js';
import type { StatusScope } from './status-scope.js';
import { author } from './timeline.js';
import { moment } from './when.js';

/** The whole history as a file: codes and instants for programs, words beside them for people. */
export function historyOf(scope: StatusScope): MadeFile {
  const { view, texts } = scope;
  const state = wordsOf(texts, 'states', view.label);
  const history = {
    format: 'guichet-history/1',
    lang: texts.lang,
    madeAt: scope.now.toISOString(),
    reference: view.reference,
    procedure: view.procedure,
    state: {
      journey: view.journey,
      since: view.since,
      turn: view.turn,
      says: state.label,
      means: state.more,
    },
    ...(view.filedAt && { filedAt: view.filedAt }),
    timeline: view.timeline.map((entry) => ({
      ...entry,
      says: `${eventName(texts, entry.type)}, ${moment(scope, entry.at)}, ${author(scope, entry.by)}`,
    })),
    clocks: view.clocks.map((clock) => ({
      ...clock,
      says: wordsOf(texts, 'clocks', clock.name).label,
    })),
    attestations: view.attestations,
  };
  const reference = view.reference.replace(/[^A-Za-z0-9-]+/g, '-');
  return { name: `history-${reference}.json`, text: `${JSON.stringify(history, null, 2)}\n` };
}
