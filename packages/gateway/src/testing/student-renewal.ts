import { readdir, readFile } from 'node:fs/promises';
import type { Operator, Published } from '@guichet/procedure';

const root = new URL('../../../../', import.meta.url);
const folder = new URL('schemas/student-permit-renewal/published/', root);

/** The newest published student renewal, as a service loads it. */
export async function publishedRenewal(): Promise<Published> {
  const newest = (await readdir(folder))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
  return JSON.parse(await readFile(new URL(newest ?? '', folder), 'utf8')) as Published;
}

/** The demonstration prefecture. */
export async function demonstrationOperator(): Promise<Operator> {
  const file = new URL('examples/prefecture/operator.json', root);
  return JSON.parse(await readFile(file, 'utf8')) as Operator;
}
