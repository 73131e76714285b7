import { CALLER_ROLE } from './caller-role.js';
import { Lock } from './locks.js';

/**
 * SQL of totals that are kept of lists, so that telling how long a list is needs no counting.
 *
 * - Public rows alone are counted, apart by the values of a few columns, the facets of the list.
 * - Each statement that changes a table leaves what it added to or took from the totals, in the same transaction: whoever
 *   sees the one sees the other. These changes are only ever added, so writers never wait for each other.
 * - `fold_totals` replaces many changes by their sum, `recount` all of a list by a fresh count, where its triggers rested.
 *   Both see the totals as one statement does, one of them at a time.
 * - `wrong_totals` compares what is kept with what can be counted.
 */
export const KEPT_TOTALS_SQL: readonly string[] = [
  'create table counted_list (name text primary key, facets text[] not null)',
  'create table kept_total (list text not null, facets jsonb not null, change bigint not null)',
  'create index kept_total_list on kept_total (list)',
  'alter table kept_total enable row level security',
  `create policy kept_total_is_read on kept_total for select to ${CALLER_ROLE} using (true)`,
  `create function facets_sql(facets text[]) returns text language sql immutable as $$
    select format('jsonb_build_object(%s)', coalesce(string_agg(format('%L, %I', facet, facet), ', '), ''))
    from unnest(facets) facet
  $$`,
  `create function keep_total() returns trigger
   language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    facets constant text := (select facets_sql(l.facets) from counted_list l where l.name = tg_table_name);
    changed text := 'select *, 1 as step from added';
  begin
    if tg_op = 'UPDATE' then changed := changed || ' union all select *, -1 from removed'; end if;
    execute format('insert into kept_total (list, facets, change)
      select %L, %s, sum(step) from (%s) t where classification = ''PUBLIC'' group by 2 having sum(step) <> 0',
      tg_table_name, facets, changed);
    return null;
  end $$`,
  `create function fold_totals() returns bigint language plpgsql as $$
  declare folded bigint;
  begin
    perform pg_advisory_xact_lock(${Lock.COUNTING});
    with gone as (
      delete from kept_total where (list, facets) in (
        select list, facets from kept_total group by list, facets having count(*) > 1 or sum(change) = 0)
      returning *
    ), sums as (
      insert into kept_total select list, facets, sum(change) from gone group by list, facets having sum(change) <> 0
    )
    select count(*) into folded from gone;
    return folded;
  end $$`,
  `create function recount(list text) returns void language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(${Lock.COUNTING});
    execute format('with gone as (delete from kept_total where list = %1$L)
      insert into kept_total select %1$L, %2$s, count(*) from %1$I where classification = ''PUBLIC'' group by 2',
      recount.list, (select facets_sql(l.facets) from counted_list l where l.name = recount.list));
  end $$`,
  `create function wrong_totals() returns table (list text, facets jsonb, kept bigint, counted bigint)
   language plpgsql stable as $$
  declare l counted_list;
  begin
    for l in select * from counted_list loop
      return query execute format('
        with k as (select facets, sum(change)::bigint as total from kept_total where list = %1$L group by 1),
        c as (select %2$s as facets, count(*) as total from %1$I where classification = ''PUBLIC'' group by 1)
        select %1$L::text, facets, coalesce(k.total, 0), coalesce(c.total, 0) from k full join c using (facets)
        where coalesce(k.total, 0) <> coalesce(c.total, 0)', l.name, facets_sql(l.facets));
    end loop;
  end $$`,
];

/** SQL that keeps the totals of tables from now on, apart by the columns of each. Rows of the tables are never deleted. */
export function keepTotalsOf(lists: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.entries(lists).flatMap(([table, facets]) => [
    `insert into counted_list values ('${table}', '{${facets.join()}}')`,
    `create trigger ${table}_is_totalled after insert on ${table}
     referencing new table as added for each statement execute function keep_total()`,
    `create trigger ${table}_change_is_totalled after update on ${table}
     referencing old table as removed new table as added for each statement execute function keep_total()`,
    `select recount('${table}')`,
  ]);
}
