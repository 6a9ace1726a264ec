import type { AttestationHolder } from '@guichet/attestation';
import type { Version } from '@guichet/engine';
import { parsePointer, type Plan } from '@guichet/procedure';

/** The code on paper has room for that many characters of each name. */
const longest = 60;

const tokens = { 'family-name': 'surname', 'given-name': 'givenNames', bday: 'birthDate' } as const;

/** Who an attestation is about, found by the autocomplete tokens of the plan: nobody else's name carries them. */
export function holderOf(plan: Plan, version: Version): AttestationHolder {
  const found: { surname?: string; givenNames?: string; birthDate?: string } = {};
  for (const [pointer, field] of Object.entries(plan.fields)) {
    const name = tokens[(field.autocomplete ?? '') as keyof typeof tokens];
    const value = name && valueAt(version.answers, pointer);
    if (name && found[name] === undefined && typeof value === 'string')
      found[name] = value.slice(0, longest);
  }
  return found;
}

function valueAt(answers: unknown, pointer: string): unknown {
  return parsePointer(pointer).reduce<unknown>((at, name) => {
    const isHolder = typeof at === 'object' && at !== null && Object.hasOwn(at, name);
    return isHolder ? (at as Record<string, unknown>)[name] : undefined;
  }, answers);
}
