import type { Clients } from './land.js';
import type { Client, QueryResult } from 'pg';

/** Which agency says of its tables what is above what. */
const SAID_BY = [
  ['union', 'organization_parent'],
  ['coordination', 'police_organization'],
] as const;

/** Most edges that one statement copies. */
const AT_ONCE = 5_000;

/**
 * Puts the edges between synthetic organisations into all databases at once, instead of telling the other agencies of
 * each. Answers how many the nation has.
 */
export async function spreadEdges(clients: Clients): Promise<number> {
  let total = 0;
  for (const [name, table] of SAID_BY) {
    await clients[name]
      .query(`insert into organization_edge select edge.* from ${table} t, ${table}_edge(t) edge
      where edge.above is not null on conflict (key) do nothing`);
    const others = Object.entries(clients).filter(([other]) => other !== name);
    total += await copyEdges(
      clients[name],
      others.map(([, client]) => client),
    );
  }
  return total;
}

interface Edges {
  readonly edges: object[] | null;
  readonly last: string | null;
}

async function copyEdges(from: Client, others: readonly Client[]): Promise<number> {
  let [after, total]: [string | null, number] = ['00000000-0000-0000-0000-000000000000', 0];
  while (after) {
    const { rows }: QueryResult<Edges> = await from.query(
      `select jsonb_agg(e) as edges, (array_agg(e.key order by e.key desc))[1] as last
       from (select * from organization_edge where key > $1 order by key limit ${AT_ONCE}) e`,
      [after],
    );
    const edges = rows[0]?.edges ?? [];
    for (const other of others)
      await other.query(
        `insert into organization_edge select * from jsonb_populate_recordset(null::organization_edge, $1)
         on conflict (key) do nothing`,
        [JSON.stringify(edges)],
      );
    total += edges.length;
    after = rows[0]?.last ?? null;
  }
  return total;
}
