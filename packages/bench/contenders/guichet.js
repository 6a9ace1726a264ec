/** Guichet: the production element on the production engine, the plan compiled beforehand, no service. */
import { registerGuichet } from '@guichet/elements';
import { freshDraft, openSession } from '@guichet/engine';

registerGuichet({
  connect: {
    openForm: () => Promise.reject(new Error('the bench gives its own session')),
    openStatus: () => Promise.reject(new Error('the bench draws no status')),
  },
});

let ids = 0;
const id = (length) => 'B' + String((ids += 1)).padStart(length - 1, '0');

globalThis.bench = {
  async mount() {
    const { plan, texts, planHash, textsHash } = globalThis.procedure;
    const draft = freshDraft({
      id: id(26),
      key: id(26),
      procedure: { id: plan.id, version: plan.version, planHash },
      startedAt: '2026-11-23T09:00:00.000Z',
    });
    const session = openSession(plan, texts, {
      draft,
      planHash,
      textsHash,
      ports: {
        clock: { now: () => new Date('2026-11-23T09:00:00Z') },
        ids: { row: () => id(10), file: () => id(26) },
        drafts: {
          append: async () => ({ device: true, service: false, at: '2026-11-23T09:00:00.000Z' }),
          onSaved: () => () => {},
        },
        later: (run, ms) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      },
    });
    const form = document.createElement('guichet-form');
    form.setAttribute('page-title', 'off');
    form.session = session;
    document.body.append(form);
    await form.updateComplete;
    globalThis.bench.session = session;
    globalThis.bench.validate = () => {
      session.next();
      return form.updateComplete;
    };
  },
};
