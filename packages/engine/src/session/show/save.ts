import { formatTime } from '../../texts/intl.js';
import type { Core } from '../core.js';
import type { SaveView } from '../views.js';
import { say } from '../words.js';

/** The truth about saving, and nothing better than the truth. */
export function showSave(core: Core): SaveView {
  const state = core.saver.state();
  const saved = core.saver.saved();
  const device = saved?.device ?? false;
  const service = saved?.service ?? false;
  return {
    state,
    device,
    service,
    at: saved?.at,
    sentence: sentenceOf(core, state, device, service),
  };
}

function sentenceOf(
  core: Core,
  state: SaveView['state'],
  device: boolean,
  service: boolean,
): string {
  if (state === 'nothing-yet') return say(core, 'save.nothingYet');
  if (state === 'saving') return say(core, 'save.saving');
  if (state === 'nowhere') return say(core, 'save.nowhere');
  const where = device && service ? 'both' : device ? 'device' : 'service';
  const at = core.saver.saved()?.at ?? '';
  const time = at && formatTime(at, core.zone, core.texts.lang);
  return `${say(core, `save.${where}`)} ${say(core, 'save.at', { time })}`;
}
