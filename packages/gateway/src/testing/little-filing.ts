import type { Filing, Version } from '@guichet/engine';
import type { Published } from '@guichet/procedure';

/** A student renewal of very little: all the rest is to be completed, which stops nothing (R13). */
export function filingOf(published: Published, mention = 'student'): Filing {
  return {
    version: versionOf(published, { type: 'residence-permit', until: '2099-06-15', mention }),
    planHash: published.planHash,
    textsHash: published.texts['fr']?.hash ?? '',
    lang: 'fr',
  };
}

/** The same, with an answer that is none of those offered: that stops. */
export function stoppedOf(published: Published): Version {
  return versionOf(published, { type: 'a-thing-nobody-offers', until: '2099-06-15' });
}

function versionOf({ schema }: Published, currentPermit: object): Version {
  return { answers: { ...emptyContainers(schema), currentPermit }, marks: {}, pieces: {} };
}

/** Containers of active branches are always there (rules.md A6). */
function emptyContainers(schema: object): Record<string, unknown> {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, { type?: string; properties?: object }>;
    required?: readonly string[];
  };
  const objects = Object.entries(properties).filter(
    ([name, one]) => one.properties !== undefined && required.includes(name),
  );
  return Object.fromEntries(objects.map(([name, one]) => [name, emptyContainers(one)]));
}
