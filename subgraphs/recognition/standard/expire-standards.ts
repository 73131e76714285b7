import type { Database } from '../../shared/database/database.js';

/**
 * Records which recognitions have expired because their year has ended by today, with one line in the audit log for all
 * of them; to be run once a day, or at least at the turn of the year. A run that finds nothing leaves no line.
 *
 * @returns how many expired. Unit: recognitions
 */
export async function expireStandards(database: Database, today: string): Promise<number> {
  const [expired] = await database.fork().execute<{ readonly count: number }[]>(
    `with expired as (
      update standard_recognition set state = 'EXPIRED'
      where state = 'RECOGNISED' and make_date(year + 1, 1, 1) <= ?::date returning key
    ), told as materialized (
      select record_audit(jsonb_build_object(
        'subject', null, 'organization', null, 'role', 'TIMER', 'purpose', 'YEAR_END', 'request', gen_random_uuid(),
        'operation', 'expireStandards', 'decision', 'DONE', 'nodes', jsonb_agg('StandardRecognition:' || key)
      )) from expired having count(*) > 0
    )
    select count(*)::int as count from expired, (select count(*) from told) line`,
    [today],
  );
  return expired?.count ?? 0;
}
