import type { Database } from '../../shared/database/database.js';
import { inTransaction } from '../../shared/database/transaction.js';
import type { Job } from '../../shared/jobs/jobs.js';
import { closingDay, isClosed } from '../../shared/privacy/suppression/closed-year.js';
import { DisputeKind } from './dispute-vocabulary.js';
import { publish, type CountedCases } from './published-counts.js';
import type { SqlEntityManager } from '@mikro-orm/sql';

const FIRST_DAY_SQL = `select (min(recorded_at) at time zone 'Asia/Ho_Chi_Minh')::date::text as day
  from record_version where type = 'labour_dispute_case'`;

const PROVINCES_SQL = `select key from administrative_unit
  where level = 'PROVINCE' and daterange(valid_from, valid_to) && daterange(make_date(?, 1, 1), make_date(?, 1, 1))
  order by sort_key collate "C", key`;

/** Cases as they were known at the end of a day, once they were verified: what is only reported does not count. */
const COUNTS_SQL = `select content ->> 'province_key' as province, content ->> 'main_claim' as "mainClaim",
    content ->> 'state' in ('RESOLVED', 'CLOSED') as "isResolved", count(*)::int as count
  from (
    select distinct on (key) content from record_version
    where type = 'labour_dispute_case'
      and recorded_at < (?::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    order by key, version desc
  ) known
  where content ->> 'state' <> 'REPORTED' and content ->> 'kind' = ?
    and extract(year from (content ->> 'started_on')::date) = ?
  group by 1, 2, 3`;

const PUBLISH_SQL = `insert into dispute_publication (key, year, kind, is_resolved, counted_on, counts)
  values (gen_random_uuid(), ?, ?, ?, ?, ?::jsonb)
  on conflict (year, kind, is_resolved) do nothing returning 'DisputePublication:' || key as ref`;

const TELL_SQL = `select record_audit(jsonb_build_object(
    'subject', null, 'organization', null, 'role', 'TIMER', 'purpose', 'PUBLICATION', 'request', gen_random_uuid(),
    'operation', 'publishDisputes', 'decision', 'DONE', 'nodes', ?::jsonb
  ))`;

/**
 * Publishes the statistics of every year that has closed and was not published yet, as the cases were known on the day
 * it closed: for each kind one table of the resolved cases and one of the others. Years that closed before the first
 * case was recorded are left out: nothing of them was ever counted.
 */
export const publishDisputes: Job = {
  name: 'publishDisputes',
  run: async (database, today) => {
    let published = 0;
    for (const year of await closedYears(database, today))
      for (const kind of Object.values(DisputeKind))
        published += await inTransaction(database.fork(), (em) => publishKind(em, year, kind));
    return published;
  },
};

async function closedYears(database: Database, today: string): Promise<readonly number[]> {
  const [first] = await database.fork().execute<{ readonly day: string | null }[]>(FIRST_DAY_SQL);
  if (!first?.day) return [];
  const firstDay = first.day;
  const from = Number(firstDay.slice(0, 4)) - 1;
  const years = Array.from({ length: Number(today.slice(0, 4)) - from }, (_, index) => from + index);
  return years.filter((year) => isClosed(year, today) && closingDay(year) >= firstDay);
}

async function publishKind(em: SqlEntityManager, year: number, kind: DisputeKind): Promise<number> {
  const known = 'select from dispute_publication where year = ? and kind = ?';
  if ((await em.execute<object[]>(known, [year, kind])).length > 0) return 0;
  const provinces = await em.execute<{ readonly key: string }[]>(PROVINCES_SQL, [year, year + 1]);
  const keys = provinces.map(({ key }) => key);
  const countedOn = closingDay(year);
  const counted = await em.execute<Outcome[]>(COUNTS_SQL, [countedOn, kind, year]);
  const refs: string[] = [];
  for (const isResolved of [true, false]) {
    const counts = publish(
      keys,
      counted.filter((each) => each.isResolved === isResolved),
    );
    const values = [year, kind, isResolved, countedOn, JSON.stringify(counts)];
    const added = await em.execute<{ readonly ref: string }[]>(PUBLISH_SQL, values);
    refs.push(...added.map(({ ref }) => ref));
  }
  if (refs.length > 0) await em.execute(TELL_SQL, [JSON.stringify(refs)]);
  return refs.length;
}

type Outcome = CountedCases & { readonly isResolved: boolean };
