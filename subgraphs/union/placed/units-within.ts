import { keyOf } from '../../../schema/contract/ids.js';
import { isGiven, type Maybe } from '../../shared/reading/asked.js';
import { reachedByDay, type Reached } from '../../shared/reading/by-day.js';
import type { Filter } from '../../shared/reading/filter.js';
import type { Reader } from '../../shared/reading/reader.js';
import { sql } from 'kysely';

/** Keys of a unit and of all units below it on a day; of a unit that ended before, on its last day. */
const unitsWithin = reachedByDay(
  (keys, days) => sql<Reached>`
    with recursive within as (
      select a.nth, greatest(least(a.day, u.valid_to - 1), u.valid_from) as day, a.key
      from unnest(${keys}::uuid[], ${days}::date[]) with ordinality as a(key, day, nth)
      join administrative_unit u on u.key = a.key
      union
      select within.nth, within.day, p.child_key
      from within
      join administrative_parent p on p.parent_key = within.key and p.classification = 'PUBLIC'
        and (p.valid_from is null or p.valid_from <= within.day)
        and (p.valid_to is null or p.valid_to > within.day)
    )
    select nth, key from within order by nth, key`,
);

/** On which day which unit is asked about. */
interface AskedUnit {
  readonly id: Maybe<string>;
  readonly day: string;
}

/** Lies in this unit, or in one below it on that day; nothing when none is asked. @throws HubError INVALID_ID */
export async function liesWithin(read: Reader, { id, day }: AskedUnit): Promise<readonly Filter[]> {
  if (!isGiven(id)) return [];
  const keys = await unitsWithin(read, { key: keyOf('AdministrativeUnit', id), day });
  return [{ property: 'unit', in: keys }];
}
