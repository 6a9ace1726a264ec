import { splitPieceName } from '@guichet/procedure';
import { askedOf as isAsked } from '../../judge/pieces.js';
import { askedOfParty } from '../../model/party.js';
import { pieceInstance } from '../../model/piece-instances.js';
import { filesOf, pieceAt } from '../acts/pieces.js';
import type { Core } from '../core.js';
import { drawnIssue, homeOf } from '../issues.js';
import { askedOf } from '../party-label.js';
import { pieceLabel } from '../piece-label.js';
import type { PieceView } from '../views.js';
import { own, say, word } from '../words.js';
import { pieceFreshness } from './piece-freshness.js';

const asking = { true: 'yes', unknown: 'may', false: 'no' } as const;

/** Everything that one piece shows. */
export function showPiece(core: Core, name: string): PieceView {
  const { plan, base, isOpen } = pieceNamed(core, name);
  const texts = own(core.texts.pieces, base);
  const giver = askedOfParty(core.model, plan.by).by;
  const given = core.progress.pieces.get(name);
  return {
    name,
    step: homeOf(core, `@piece/${name}`),
    label: pieceLabel(core, name) || name,
    hint: word(core, texts?.hint),
    asked: asking[isAsked(core.model, name)],
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
    maxFiles: isOpen ? 0 : plan.maxFiles,
    cost: say(core, `pieces.cost.${plan.needed}`),
    ...(plan.each === undefined ? {} : { group: { name: base, title: word(core, texts?.title) } }),
    ...(isOpen ? { isOpen } : {}),
    ...(giver === undefined ? {} : { askedOf: askedOf(core, giver) }),
    ...(plan.freshFor === undefined ? {} : { fresh: pieceFreshness(core, name, plan) }),
    issue: drawnIssue(core, `@piece/${name}`),
  };
}

/** A piece that is asked, or was before its row went: it then shows what was given for it. */
function pieceNamed(core: Core, name: string) {
  const found = pieceInstance(core.model, name);
  if (found) return found;
  return { plan: pieceAt(core, name), base: splitPieceName(name).base, isOpen: undefined };
}

function viewOf(core: Core, file: ReturnType<typeof filesOf>[number]): PieceView['files'][number] {
  const isSending = core.uploads.running.has(file.id);
  const progress = file.state === 'stored' ? 1 : (core.uploads.progress.get(file.id) ?? 0);
  return isSending && file.state === 'chosen'
    ? { ...file, state: 'sending', progress }
    : { ...file, progress };
}
