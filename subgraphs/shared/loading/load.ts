import type { SubgraphPlan } from '../subgraph.js';
import type { Database } from '../database/database.js';
import { Lock, takeLock } from '../database/locks.js';
import { SOURCES } from '../values/source.js';
import { parseDataFiles, readDataTexts, refusal, type DataText } from './files.js';
import { neighbouringRefs } from './neighbours.js';
import { checkEntries, type CheckedEntry } from './check-entries.js';
import { readReferences, type ReadReference, type ReferenceRecords } from './reference-list.js';
import { writeInBulk } from './write-in-bulk.js';
import { ChangeSetType } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { createHash } from 'node:crypto';

/** What a load did, in records. */
export interface LoadReport {
  readonly created: number;
  readonly corrected: number;
  readonly unchanged: number;
  /** Records of earlier files that no file has any more: they stay, since nothing recorded is ever removed. */
  readonly missing: number;
}

/**
 * Loads the data files and the reference lists of a subgraph: everything is checked before anything is written, and all is written in one
 * transaction. An entry that is already there and the same is left alone; one that differs becomes a new version.
 * Files that were the last ones loaded are not looked into again.
 *
 * @throws HubError DATA_REFUSED that names file, entry and reason of each problem
 */
export async function loadFolder(plan: LoadPlan, database: Database): Promise<LoadReport> {
  const written: Written = {
    texts: await readDataTexts(plan.data),
    neighbours: await neighbouringRefs(plan.data),
    references: await readReferences(plan.references ?? []),
  };
  const digest = digestOf(written, plan);
  return database.fork().transactional(async (em) => {
    await takeLock(em, Lock.LOADING);
    const [last] = await em.execute<LastLoad[]>(
      'select digest, records, missing from first_data order by loaded_at desc limit 1',
    );
    if (last?.digest === digest)
      return { created: 0, corrected: 0, unchanged: last.records, missing: last.missing };
    const entries = checked(written, plan, em);
    const listed = written.references.flatMap(({ list, texts }) => list.records(texts));
    const keys = keysOf(entries, listed);
    const missing = await missingFrom(keys, plan, em);
    const report = await write(em, { entries, listed });
    await em.execute('insert into first_data (digest, records, missing) values (?, ?, ?)', [
      digest,
      keys.length,
      missing,
    ]);
    return { ...report, missing };
  });
}

function keysOf(entries: readonly CheckedEntry[], listed: readonly ReferenceRecords[]): readonly string[] {
  const written = [entries.map(({ values }) => values), ...listed.map(({ values }) => values)];
  return written.flat().map(({ key }) => key);
}

interface Written {
  readonly texts: readonly DataText[];
  readonly neighbours: readonly string[];
  readonly references: readonly ReadReference[];
}

/** What a load needs to know of a subgraph. */
export type LoadPlan = Pick<SubgraphPlan, 'data' | 'entities' | 'migrations' | 'references'>;

interface LastLoad {
  readonly digest: string;
  readonly records: number;
  readonly missing: number;
}

/**
 * Raise it whenever the same files lead to other records than before: when the rules of entries, a value that records
 * compute (folded names, symbols) or the way in which values are stored changes. Every database then loads them anew.
 */
const RULES_VERSION = 1;

/** The same as long as neither the files, the neighbours' keys, the catalogue of sources, the rules nor the tables change. */
function digestOf({ texts, neighbours, references }: Written, { migrations }: LoadPlan): string {
  const steps = migrations.map(({ name }) => name);
  const lists = references.map((each) => each.texts);
  const content = JSON.stringify([RULES_VERSION, texts, neighbours, lists, [...SOURCES.values()], steps]);
  return createHash('sha256').update(content).digest('hex');
}

function checked(
  { texts, neighbours }: Written,
  plan: LoadPlan,
  em: SqlEntityManager,
): readonly CheckedEntry[] {
  const metas = new Map(
    plan.entities.map((type) => [type.name, em.getMetadata().getByClassName(type.name as never)]),
  );
  const { entries, problems } = checkEntries(parseDataFiles(texts), { metas, neighbours });
  if (problems.length > 0) throw refusal(problems);
  return entries;
}

/** How many records have the key of a data file's entry, of which the fifth version of UUID tells, yet no entry. */
async function missingFrom(keys: readonly string[], plan: LoadPlan, em: SqlEntityManager): Promise<number> {
  const tables = plan.entities.map((type) => em.getMetadata().getByClassName(type.name as never).tableName);
  const all = tables.map((table) => `select key from "${table}"`).join(' union all ');
  const [row] = await em.execute<{ missing: number }[]>(
    `select count(*)::int as missing from (${all}) record
     where substr(key::text, 15, 1) = '5' and key not in (select unnest(string_to_array(?, ' ')::uuid[]))`,
    [keys.join(' ')],
  );
  return row?.missing ?? 0;
}

type Counts = Omit<LoadReport, 'missing'>;

interface ToWrite {
  readonly entries: readonly CheckedEntry[];
  readonly listed: readonly ReferenceRecords[];
}

async function write(em: SqlEntityManager, { entries, listed }: ToWrite): Promise<Counts> {
  let counts = await writeEntries(em, entries);
  await em.flush();
  for (const records of listed) {
    const { created, corrected } = await writeInBulk(em, records);
    counts = {
      created: counts.created + created,
      corrected: counts.corrected + corrected,
      unchanged: counts.unchanged + records.values.length - created - corrected,
    };
  }
  return counts;
}

async function writeEntries(em: SqlEntityManager, entries: readonly CheckedEntry[]): Promise<Counts> {
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
