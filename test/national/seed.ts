import { writeRows, type Target } from './bulk.js';
import { spreadEdges } from './edges.js';
import { readLand, type Clients } from './land.js';
import { nationOf, type Nation, type Rows } from './nation.js';
import { requireUnseeded } from './permission.js';
import type { SeedOptions } from './options.js';
import type { Agency } from './place.js';
import { countRows, disputeRows } from './tables/counts.js';
import { coordinationRows } from './tables/coordination.js';
import { disputeCaseRows } from './tables/disputes.js';
import { figureRows } from './tables/figures.js';
import { obligationRows } from './tables/obligations.js';
import { placeRows } from './tables/places.js';
import { recognitionRows } from './tables/recognition.js';
import { unionRows } from './tables/unions.js';
import { Client } from 'pg';

/** Told of each table that was written. */
export type Progress = (line: string) => void;

/** What is written to the database of each agency, in the order in which rows refer to each other. */
const TABLES: Readonly<Record<keyof Clients, (nation: Nation) => readonly Rows[]>> = {
  union: (nation) => [
    ...unionRows(nation),
    ...placeRows(nation),
    ...figureRows(nation),
    ...disputeRows(nation),
    ...disputeCaseRows(nation),
  ],
  coordination: (nation) => [...coordinationRows(nation), ...countRows(nation), ...obligationRows(nation)],
  recognition: recognitionRows,
};

/** Fills the agencies' databases with a nation. Answers how many records were written. @throws SeedRefused */
export async function seedNation(
  agencies: readonly Agency[],
  options: Pick<SeedOptions, 'seed' | 'scale' | 'again'>,
  progress: Progress,
): Promise<number> {
  const clients = await connect(agencies);
  try {
    await requireUnseeded(clients, options);
    const nation = nationOf(await readLand(clients), options);
    const written = await Promise.all(
      agencies.map((agency) =>
        seedAgency(targetOf(agency, clients), TABLES[nameOf(agency)](nation), { nation, progress }),
      ),
    );
    progress(`${await spreadEdges(clients)} edges between organisations in each database`);
    await Promise.all(Object.values(clients).map((client) => client.query('vacuum (analyze)')));
    return written.reduce((sum, count) => sum + count, 0);
  } finally {
    await Promise.all(Object.values(clients).map((client) => client.end()));
  }
}

async function connect(agencies: readonly Agency[]): Promise<Clients> {
  const pairs = agencies.map(
    (agency) => [nameOf(agency), new Client({ connectionString: agency.databaseUrl })] as const,
  );
  for (const [, client] of pairs) await client.connect();
  return Object.fromEntries(pairs) as Clients;
}

function nameOf({ subgraph }: Agency): keyof Clients {
  return subgraph.name as keyof Clients;
}

function targetOf(agency: Agency, clients: Clients): Target {
  const metadata = agency.subgraph.database.fork().getMetadata();
  return { client: clients[nameOf(agency)], metaOf: (type) => metadata.getByClassName(type) };
}

interface Work {
  readonly nation: Nation;
  readonly progress: Progress;
}

async function seedAgency(
  target: Target,
  tables: readonly Rows[],
  { nation, progress }: Work,
): Promise<number> {
  let total = 0;
  for (const rows of tables) {
    const began = performance.now();
    const count = await writeRows(target, rows, nation);
    progress(`${count} ${rows.kind ?? rows.type} in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    total += count;
  }
  return total;
}
