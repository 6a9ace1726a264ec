import type { Pointer } from '@guichet/procedure';
import { patternIn } from '../../model/pattern-in.js';
import type { Core } from '../core.js';
import { own } from '../words.js';

/**
 * Asks the host's port whether an answer that was just left is doubtful, and draws what it says when it comes.
 * A doubt is advice: it is kept with the text it was about, stops nothing, and is silent when nobody answers.
 */
export function doubt(core: Core, pointer: Pointer): void {
  const format = own(core.plan.fields, patternIn(core.model, pointer))?.schema.format;
  const value = core.progress.answers.get(pointer);
  if (!core.ports.doubts || format === undefined || typeof value !== 'string') return;
  if (core.doubts.get(pointer)?.about === value) return;
  void core.ports.doubts(format, value).then(
    (code) => {
      core.doubts.set(pointer, { about: value, code });
      const isStill = core.progress.answers.get(pointer) === value;
      if (code !== undefined && isStill && !core.isClosed) core.notify(new Set([pointer]));
    },
    () => undefined,
  );
}
