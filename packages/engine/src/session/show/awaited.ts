import { awaitedFrom } from '../../judge/awaited-from.js';
import { judgePieces } from '../../judge/pieces.js';
import type { Core } from '../core.js';
import { labelOf } from '../label-of.js';
import { partyLabel } from '../party-label.js';
import type { ReviewView } from '../views.js';

/** What others are asked for and have not given. */
export function showAwaited(core: Core): NonNullable<ReviewView['awaited']> {
  return awaitedFrom(core.model, judgePieces(core.model)).map((one) => {
    const pointer = 'pointer' in one ? one.pointer : `@piece/${one.piece}`;
    return { pointer, label: labelOf(core, pointer), from: partyLabel(core, one.from) };
  });
}
