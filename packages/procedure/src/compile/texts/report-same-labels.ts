import { member } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { Plan } from '../../types/plan.js';
import type { Message } from '../../types/texts.js';
import { argumentsOf } from './parse-message.js';
import type { Words } from './read-texts.js';

/** Where one language's words come from. */
interface Gathered {
  readonly lang: string;
  readonly words: Words;
  readonly own: Words | undefined;
  readonly ownFile: string;
}

/** Reports `piece-label-same`: pieces and dossiers asked for each row that all have one name in a language. */
export function reportSameLabels(workspace: Workspace, gathered: Gathered, plan: Plan): void {
  for (const [name, { each, oncePer }] of Object.entries(plan.pieces))
    if (each !== undefined) reportSame('pieces', name, oncePer === undefined ? 'row' : 'value');
  for (const [name, { each }] of Object.entries(plan.links ?? {}))
    if (each !== undefined) reportSame('links', name, 'row');

  function reportSame(section: string, name: string, wanted: string): void {
    const { lang, words, own, ownFile } = gathered;
    const label = member(member(member(words, section), name), 'label');
    if (label === undefined || argumentsOf(label as Message).has(wanted)) return;
    const written = member(member(own, section), name);
    const at =
      written === undefined ? { file: ownFile, offset: 0 } : workspace.placeOf(written, 'label');
    workspace.report(at, {
      rule: 'piece-label-same',
      message: `${section} → ${name} → label in "${lang}" is the same for each row: a person could not tell which one is asked.`,
      fix: `Say which one with {${wanted}}.`,
    });
  }
}
