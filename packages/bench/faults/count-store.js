/** What a stopped service's folder really holds, counted by SQL: nothing of ours stands between. */
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';

/** Dossiers, filing events, filing attestations, idempotency keys, and the drafts that became more than one dossier. */
export async function countStore(dataDir) {
  const db = await PGlite.create({ dataDir: path.join(dataDir, 'pglite') });
  const count = async (sql) => Number((await db.query(sql)).rows[0].n);
  try {
    return {
      dossiers: await count('select count(*) as n from dossiers'),
      filed: await count("select count(*) as n from events where type = 'FILED'"),
      attestations: await count("select count(*) as n from attestations where kind = 'filing'"),
      versions: await count('select count(*) as n from versions'),
      keys: await count("select count(*) as n from idempotency where kind = 'filing'"),
      twice: await count(
        'select count(*) as n from (select draft_id from dossiers group by draft_id having count(*) > 1) as d',
      ),
    };
  } finally {
    await db.close();
  }
}

/** One sentence for each count that is not that of one dossier a filing. */
export function compareCounts(counts, filings) {
  const { twice, ...each } = counts;
  return [
    ...Object.entries(each).flatMap(([what, n]) =>
      n === filings ? [] : [`the store holds ${n} ${what} for ${filings} filings`],
    ),
    ...(twice === 0 ? [] : [`${twice} drafts became more than one dossier`]),
  ];
}
