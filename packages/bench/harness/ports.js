/** Ports that keep nothing and cost nothing: what is measured is the engine. */
import { freshDraft } from '@guichet/engine';

/** The instant at which every measure takes place. */
export const now = '2026-11-23T09:00:00.000Z';
export const days = { today: '2026-11-23', filing: '2026-11-23' };

/** A draft of a procedure without an answer. */
export function draftOf({ plan, planHash }) {
  const procedure = { id: plan.id, version: plan.version, planHash };
  return freshDraft({ id: 'D'.repeat(26), key: 'K'.repeat(26), procedure, startedAt: now });
}

export function idlePorts() {
  let ids = 0;
  const id = () => `B${(ids += 1)}`;
  const clock = new Date(now);
  const saved = { device: true, service: false, at: now };
  return {
    clock: { now: () => clock },
    ids: { row: id, file: id },
    drafts: { device: 'bench', append: async () => saved, onSaved: () => () => {} },
  };
}
