/** Makes a JSON value smaller, member by member, as long as it still shows what it shows. */

/**
 * @param {unknown} value left as it is
 * @param {(smaller: unknown) => boolean | Promise<boolean>} stillShows
 */
export async function reduce(value, stillShows, most = 3000) {
  let best = value;
  let tries = 0;
  for (let shrunk = true; shrunk;) {
    shrunk = false;
    const paths = pathsOf(best);
    for (let i = 0; i < paths.length && tries < most; i += 1) {
      const smaller = without(best, paths[i]);
      if (smaller === undefined) continue;
      tries += 1;
      if (!(await shows(stillShows, smaller))) continue;
      best = smaller;
      shrunk = true;
    }
  }
  return best;
}

async function shows(stillShows, smaller) {
  try {
    return await stillShows(smaller);
  } catch {
    return false;
  }
}

/** Paths of all members, those that hold the most first. */
function pathsOf(value, path = []) {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.keys(value).map((key) => [...path, key]);
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key])),
  ];
}

function without(value, [key, ...rest]) {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  if (Array.isArray(value)) {
    if (rest.length === 0) return value.filter((_, index) => String(index) !== key);
    return value.map((one, index) => (String(index) === key ? without(one, rest) : one));
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    rest.length === 0
      ? entries.filter(([name]) => name !== key)
      : entries.map(([name, one]) => [name, name === key ? without(one, rest) : one]),
  );
}
