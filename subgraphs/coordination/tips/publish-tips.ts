import { inTransaction } from '../../shared/database/transaction.js';
import type { Job } from '../../shared/jobs/jobs.js';
import { closingDay, isClosed } from '../../shared/privacy/suppression/closed-year.js';
import { publishTipCounts, type ReportedTips } from './published-tip-counts.js';
import type { SqlEntityManager } from '@mikro-orm/sql';

/** Years of which a province has reported and nothing is published yet. */
const YEARS_SQL = `select distinct left(period ->> 'from', 4)::int as year from tip_statistic
  where scope = 'PROVINCE' and left(period ->> 'from', 4)::int not in (select year from tip_publication)
  order by 1`;

/** What each province had reported last of exactly one year, as it was known at the end of a day. */
const REPORTS_SQL = `select distinct on (content ->> 'place') content ->> 'place' as place,
    (content -> 'tips' ->> 'value')::int as tips, (content -> 'valuable' ->> 'value')::int as valuable
  from record_version
  where type = 'tip_statistic' and content ->> 'scope' = 'PROVINCE'
    and recorded_at < (?::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    and content -> 'period' ->> 'from' = ? and content -> 'period' ->> 'to' = ?
  order by content ->> 'place', recorded_at desc`;

const PUBLISH_SQL = `with published as (
    insert into tip_publication (key, year, counted_on, counts) values (gen_random_uuid(), ?, ?, ?::jsonb)
    on conflict (year) do nothing returning key
  ), told as materialized (
    select record_audit(jsonb_build_object(
      'subject', null, 'organization', null, 'role', 'TIMER', 'purpose', 'PUBLICATION', 'request', gen_random_uuid(),
      'operation', 'publishTips', 'decision', 'DONE', 'nodes', jsonb_build_array('TipPublication:' || key)
    )) from published
  )
  select key from published, (select count(*) from told) line`;

/** Publishes the tips of every year that has closed and was not published yet, as they were known on the day it closed. */
export const publishTips: Job = {
  name: 'publishTips',
  run: async (database, today) => {
    const years = await database.fork().execute<{ readonly year: number }[]>(YEARS_SQL);
    let published = 0;
    for (const { year } of years.filter((each) => isClosed(each.year, today)))
      published += await inTransaction(database.fork(), (em) => publishYear(em, year));
    return published;
  },
};

async function publishYear(em: SqlEntityManager, year: number): Promise<number> {
  const countedOn = closingDay(year);
  const days = [countedOn, `${year}-01-01`, `${year}-12-31`];
  const reports = await em.execute<ReportedTips[]>(REPORTS_SQL, days);
  if (reports.length === 0) return 0;
  const counts = JSON.stringify(publishTipCounts(reports));
  return (await em.execute<object[]>(PUBLISH_SQL, [year, countedOn, counts])).length;
}
