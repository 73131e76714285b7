import type { SubgraphPlan } from '../subgraph.js';
import type { Database } from '../database/database.js';
import { readDataFiles, refusal } from './files.js';
import { checkEntries, type CheckedEntry } from './check-entries.js';
import { ChangeSetType } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** What a load did, in records. */
export interface LoadReport {
  readonly created: number;
  readonly corrected: number;
  readonly unchanged: number;
}

/**
 * Loads the data files of a subgraph: everything is checked before anything is written, and all is written in one
 * transaction. An entry that is already there and the same is left alone; one that differs becomes a new version.
 *
 * @throws HubError DATA_REFUSED that names file, entry and reason of each problem
 */
export async function loadFolder(
  plan: Pick<SubgraphPlan, 'data' | 'entities'>,
  database: Database,
): Promise<LoadReport> {
  const files = await readDataFiles(plan.data);
  const em = database.fork();
  const metas = new Map(
    plan.entities.map((type) => [type.name, em.getMetadata().getByClassName(type.name as never)]),
  );
  const { entries, problems } = checkEntries(files, metas);
  if (problems.length > 0) throw refusal(problems);
  return em.transactional((transaction) => write(transaction, entries));
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
