import { statementsMigration } from '../../shared/database/keeping.js';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** SQL that announces each row of a table, those that are there and those to come, as `content` over a row `t` says. */
function tellSubjects(table: string, type: string, content: string): readonly string[] {
  return [
    `create function ${table}_as_subject(t ${table}) returns jsonb language sql stable ${DEFINER} as $$
      select jsonb_build_object('subject', '${type}:' || t.key, 'units', units_around(t.unit_key), ${content},
        'valid_from', t.valid_from, 'valid_to', t.valid_to)
    $$`,
    `create function ${table}_is_told() returns trigger language plpgsql ${DEFINER} as $$
    begin
      if tg_op = 'INSERT' or ${table}_as_subject(old) <> ${table}_as_subject(new) then
        perform announce('${type}:' || new.key, 'STANDARD_SUBJECT', ${table}_as_subject(new));
      end if;
      return null;
    end $$`,
    `create trigger ${table}_is_told after insert or update on ${table} for each row execute function ${table}_is_told()`,
    `select announce('${type}:' || t.key, 'STANDARD_SUBJECT', ${table}_as_subject(t)) from ${table} t`,
  ];
}

/**
 * The union tells which enterprises and lodging quarters there are: where they lie, of an enterprise how large it is and
 * which union it has. Nothing else of them is told, and nothing of people.
 */
export const subjectsTold = statementsMigration('0031-subjects-told', [
  `create function units_around(unit uuid) returns text[] language sql stable ${DEFINER} as $$
    with recursive around(key) as (
      select unit
      union
      select parent.key from around cross join lateral (
        select p.parent_key as key from administrative_parent p where p.child_key = around.key
        order by (p.valid_to is null or p.valid_to > current_date) desc, p.valid_from desc nulls last limit 1
      ) parent
    )
    select array_agg('AdministrativeUnit:' || key) from around
  $$`,
  ...tellSubjects(
    'enterprise',
    'Enterprise',
    `'size_class', t.size_class, 'union_organization', 'UnionOrganization:' || t.grassroots_union_key`,
  ),
  ...tellSubjects('lodging_quarter', 'LodgingQuarter', `'size_class', null, 'union_organization', null`),
]);
