import { askedOf } from '../../judge/pieces.js';
import { filesOf, pieceAt } from '../acts/pieces.js';
import type { Core } from '../core.js';
import { drawnIssue, homeOf } from '../issues.js';
import type { PieceView } from '../views.js';
import { own, word } from '../words.js';

const asking = { true: 'yes', unknown: 'may', false: 'no' } as const;

/** Everything that one piece shows. */
export function showPiece(core: Core, name: string): PieceView {
  const plan = pieceAt(core, name);
  const texts = own(core.texts.pieces, name);
  const given = core.progress.pieces.get(name);
  return {
    name,
    step: homeOf(core, `@piece/${name}`),
    label: word(core, texts?.label) || name,
    hint: word(core, texts?.hint),
    asked: asking[askedOf(core.model, name)],
    needed: plan.needed,
    kinds: (plan.anyOf ?? []).map((value) => ({
      value,
      label: word(core, own(texts?.anyOf ?? {}, value)) || value,
    })),
    kind: given && 'files' in given ? given.kind : undefined,
    files: filesOf(core, name).map((file) => viewOf(core, file)),
    mark:
      given && 'is' in given
        ? { is: given.is, why: given.why ?? '', from: given.from ?? '' }
        : undefined,
    formats: plan.formats,
    maxBytes: plan.maxBytes,
    maxFiles: plan.maxFiles,
    issue: drawnIssue(core, `@piece/${name}`),
  };
}

function viewOf(core: Core, file: ReturnType<typeof filesOf>[number]): PieceView['files'][number] {
  const isSending = core.uploads.running.has(file.id);
  const progress = file.state === 'stored' ? 1 : (core.uploads.progress.get(file.id) ?? 0);
  return isSending && file.state === 'chosen'
    ? { ...file, state: 'sending', progress }
    : { ...file, progress };
}
