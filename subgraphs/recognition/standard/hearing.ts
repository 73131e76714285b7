import type { Handler, Handlers } from '../../shared/events/announced.js';

/** Keeps the newest of what the owner of a register tells of it; what others tell of it is passed over. */
function keeping(owner: string, sql: string): Handler {
  return async (em, { content }, source) => {
    if (source === owner) await em.execute(sql, [JSON.stringify(content)]);
  };
}

/** What recognition keeps of the registers of the union and of coordination, see the migration of known subjects. */
export const standardHearing: Handlers = {
  STANDARD_SUBJECT: keeping(
    'union',
    `insert into known_subject select * from jsonb_populate_record(null::known_subject, ?::jsonb)
     on conflict (subject) do update set (units, size_class, union_organization, valid_from, valid_to) =
       (excluded.units, excluded.size_class, excluded.union_organization, excluded.valid_from, excluded.valid_to)`,
  ),
  POLICE_TERRITORY: keeping(
    'coordination',
    `insert into police_territory select * from jsonb_populate_record(null::police_territory, ?::jsonb)
     on conflict (key) do update set (police, unit, valid_from, valid_to) =
       (excluded.police, excluded.unit, excluded.valid_from, excluded.valid_to)`,
  ),
};
