import type { Reader } from '../../shared/reading/reader.js';
import { sql } from 'kysely';

/**
 * Keys of the active teams in the caller's scope of which the supporting union or the guiding police no longer stands
 * on the day; each organisation is looked at once, however many teams it has.
 */
export async function teamsToRepoint(read: Reader, day: string): Promise<readonly string[]> {
  const rows = await read.rows(sql<{ readonly key: string }>`
    with active as materialized (
      select key, unnest(array[supporting_union, guiding_police]) as ref from self_managed_team where state = 'ACTIVE'
    ), organization as materialized (
      select ref, in_scope(ref) as is_own, stands_on(ref, ${day}::date) as stands
      from (select distinct ref from active) each
    )
    select key from active join organization using (ref)
    group by key having bool_or(is_own) and not bool_and(stands)`);
  return rows.map(({ key }) => key);
}
