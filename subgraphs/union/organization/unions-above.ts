import { reachedByDay, type Reached } from '../../shared/reading/by-day.js';
import { sql } from 'kysely';

/** Most levels that are climbed; more would mean that parents form a circle. Unit: levels. */
const MOST_LEVELS = 16;

/** Keys of all unions above one on a day, the nearest first. */
export const unionsAbove = reachedByDay(
  (keys, days) => sql<Reached>`
    with recursive above as (
      select a.nth, a.day, a.key, 0 as steps
      from unnest(${keys}::uuid[], ${days}::date[]) with ordinality as a(key, day, nth)
      union all
      select above.nth, above.day, p.parent_key, above.steps + 1
      from above
      join organization_parent p on p.child_key = above.key and p.classification = 'PUBLIC'
        and (p.valid_from is null or p.valid_from <= above.day)
        and (p.valid_to is null or p.valid_to > above.day)
      where above.steps < ${MOST_LEVELS}
    )
    select nth, key from above where steps > 0 order by nth, steps`,
);
