/**
 * SQL of who acts: the claims that each transaction of a caller begins with, and of the organisations above an
 * organisation. Policies ask `(select caller_role())`, once for a statement.
 *
 * An officer's scope is the own organisation, all that belongs to it today, and what such organisations succeeded.
 * Source: domain rule, reads and privacy.
 */
export const ACTING_SQL: readonly string[] = [
  `create function caller_claim(name text) returns text language sql stable as $$
    select nullif(current_setting('hub.caller', true), '')::jsonb ->> name
  $$`,
  `create function caller_role() returns text language sql stable as $$ select caller_claim('role') $$`,
  `create function caller_organization() returns text language sql stable as $$ select caller_claim('organization') $$`,
  `create table organization_edge (
    key uuid primary key,
    below text not null,
    above text not null,
    valid_from date,
    valid_to date,
    kind text not null default 'PARENT' check (kind in ('PARENT', 'SUCCESSOR')),
    constraint valid_in_order check (valid_from < valid_to)
  )`,
  'create index organization_edge_below on organization_edge (below)',
  `create function in_scope(organization text) returns boolean
   language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    own constant text := caller_organization();
    today constant date := caller_claim('today')::date;
    reached text[] := array[organization];
    further text[] := reached;
  begin
    loop
      if own = any (further) then return true; end if;
      select array_agg(distinct e.above) into further from organization_edge e
      where e.below = any (further) and e.above <> all (reached)
        and (e.valid_from is null or e.valid_from <= today) and (e.valid_to is null or e.valid_to > today);
      if further is null then return false; end if;
      reached := reached || further;
    end loop;
  end $$`,
  `create function keep_edge(edge organization_edge) returns void
   language sql security definer set search_path = public, pg_temp as $$
    insert into organization_edge select edge.*
    on conflict (key) do update set (below, above, valid_from, valid_to, kind) =
      (excluded.below, excluded.above, excluded.valid_from, excluded.valid_to, excluded.kind)
    where split_part(organization_edge.below, ':', 1) = split_part(excluded.below, ':', 1)
  $$`,
  `create function tell_edge(edge organization_edge) returns void
   language plpgsql security definer set search_path = public, pg_temp as $$
  declare known organization_edge;
  begin
    if edge.above is null then
      select * into known from organization_edge where key = edge.key;
      if not found then return; end if;
      edge := known;
      edge.valid_to := greatest(current_date, known.valid_from + 1);
    end if;
    perform keep_edge(edge);
    perform announce(edge.below, 'ORGANIZATION_EDGE', to_jsonb(edge));
  end $$`,
  'revoke execute on function keep_edge(organization_edge), tell_edge(organization_edge) from public',
  `create function any_in_scope(organizations text[]) returns boolean language sql stable as $$
    select exists (select from unnest(organizations) each(ref) where in_scope(ref))
  $$`,
];

/** SQL of a condition: the caller acts in one of the roles. */
export function actsAs(...roles: readonly string[]): string {
  return `(select caller_role()) in (${roles.map((role) => `'${role}'`).join(', ')})`;
}

/**
 * SQL that keeps `organization_edge` as the rows of a table say, those that are there and those to come, and announces
 * each to the other agencies.
 *
 * @param edge an expression over a row `t`: key, below, above, first day, day after the last, PARENT or SUCCESSOR; nothing
 * is above where `above` is null
 */
export function keepEdges(table: string, edge: string): readonly string[] {
  return [
    `create function ${table}_edge(t ${table}) returns organization_edge language sql stable as $$
      select row(${edge})::organization_edge
    $$`,
    `create function ${table}_is_an_edge() returns trigger
     language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform tell_edge(${table}_edge(new));
      return null;
    end $$`,
    `create trigger ${table}_is_an_edge after insert or update on ${table}
     for each row execute function ${table}_is_an_edge()`,
    `select tell_edge(${table}_edge(t)) from ${table} t`,
  ];
}
