import { reachedByDay, type Reached } from '../../shared/reading/by-day.js';
import { sql } from 'kysely';

/** Most steps of reorganisation that are followed; more would mean that they form a circle. Unit: steps. */
const MOST_STEPS = 16;

/** Keys of the units of a day to which the territory of a unit has come, itself while it stands, by name. */
export const successorUnits = reachedByDay(
  (keys, days) => sql<Reached>`
    with recursive reached as (
      select a.nth, a.day, a.key, 0 as steps
      from unnest(${keys}::uuid[], ${days}::date[]) with ordinality as a(key, day, nth)
      union
      select r.nth, r.day, e.to_key, r.steps + 1
      from reached r
      join administrative_unit u on u.key = r.key and u.valid_to <= r.day
      join succession_edge e on e.from_key = r.key and e.effective_on <= r.day
        and e.to_key is not null and e.classification = 'PUBLIC'
      where r.steps < ${MOST_STEPS}
    )
    select distinct r.nth, u.key, u.sort_key collate "C" as place
    from reached r
    join administrative_unit u on u.key = r.key
      and (u.valid_from is null or u.valid_from <= r.day)
      and (u.valid_to is null or u.valid_to > r.day)
    order by r.nth, place, u.key`,
);
