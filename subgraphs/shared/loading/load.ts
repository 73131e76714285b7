import type { SubgraphPlan } from '../subgraph.js';
import type { Database } from '../database/database.js';
import { SOURCES } from '../values/source.js';
import { parseDataFiles, readDataTexts, refusal, type DataText } from './files.js';
import { checkEntries, type CheckedEntry } from './check-entries.js';
import { ChangeSetType } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { createHash } from 'node:crypto';

/** What a load did, in records. */
export interface LoadReport {
  readonly created: number;
  readonly corrected: number;
  readonly unchanged: number;
}

/**
 * Loads the data files of a subgraph: everything is checked before anything is written, and all is written in one
 * transaction. An entry that is already there and the same is left alone; one that differs becomes a new version.
 * Files that were the last ones loaded are not looked into again.
 *
 * @throws HubError DATA_REFUSED that names file, entry and reason of each problem
 */
export async function loadFolder(plan: LoadPlan, database: Database): Promise<LoadReport> {
  const texts = await readDataTexts(plan.data);
  const digest = digestOf(texts, plan);
  return database.fork().transactional(async (em) => {
    await em.execute('select pg_advisory_xact_lock(?)', [LOADING]);
    const [last] = await em.execute<LastLoad[]>(
      'select digest, records from first_data order by loaded_at desc limit 1',
    );
    if (last?.digest === digest) return { created: 0, corrected: 0, unchanged: last.records };
    const entries = checked(texts, plan, em);
    const report = await write(em, entries);
    await em.execute('insert into first_data (digest, records) values (?, ?)', [digest, entries.length]);
    return report;
  });
}

/** What a load needs to know of a subgraph. */
export type LoadPlan = Pick<SubgraphPlan, 'data' | 'entities' | 'migrations'>;

interface LastLoad {
  readonly digest: string;
  readonly records: number;
}

/** Number of the lock that lets one process load at a time. */
const LOADING = 7_114_513;

/** The same as long as neither the files, the catalogue of sources nor the tables change. */
function digestOf(texts: readonly DataText[], { migrations }: LoadPlan): string {
  const content = JSON.stringify([texts, [...SOURCES.values()], migrations.map(({ name }) => name)]);
  return createHash('sha256').update(content).digest('hex');
}

function checked(texts: readonly DataText[], plan: LoadPlan, em: SqlEntityManager): readonly CheckedEntry[] {
  const metas = new Map(
    plan.entities.map((type) => [type.name, em.getMetadata().getByClassName(type.name as never)]),
  );
  const { entries, problems } = checkEntries(parseDataFiles(texts), metas);
  if (problems.length > 0) throw refusal(problems);
  return entries;
}

async function write(em: SqlEntityManager, entries: readonly CheckedEntry[]): Promise<LoadReport> {
  const known = new Map<string, object>();
  for (const [meta, group] of Map.groupBy(entries, ({ meta }) => meta)) {
    const keys = group.map(({ values }) => values.key);
    const found = await em.find(meta.class, { key: { $in: keys } });
    for (const record of found) known.set((record as { key: string }).key, record);
  }
  for (const { meta, values } of entries) put(em, { meta, values, record: known.get(values.key) });
  em.getUnitOfWork().computeChangeSets();
  const corrected = em
    .getUnitOfWork()
    .getChangeSets()
    .filter(({ type }) => type === ChangeSetType.UPDATE).length;
  return { created: entries.length - known.size, corrected, unchanged: known.size - corrected };
}

function put(
  em: SqlEntityManager,
  { meta, values, record }: CheckedEntry & { readonly record?: object },
): void {
  if (record) em.assign(record, values as never);
  else em.persist(em.create(meta.class, values as never));
}
