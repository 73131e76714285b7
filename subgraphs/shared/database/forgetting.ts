import { statementsMigration } from './keeping.js';
import type { MigrationObject } from '@mikro-orm/core';

/** SQL of what an announcement in the outbox is about: a thing with a key of its own, or else the record itself. */
const THING = `coalesce(content ->> 'key', entity)`;

/**
 * The migration that lets an outbox be emptied: how far each agency has heard it, and which announcements are no longer
 * needed. An announcement is forgotten once every reader has heard it and it is older than so many days; of kinds that
 * last, the last one about each thing stays, so that whoever begins to listen learns how things stand now.
 */
export function forgettingMigration(name: string): MigrationObject {
  return statementsMigration(name, [
    `create table outbox_reader (
      reader text primary key,
      last_id bigint not null,
      heard_at timestamptz(3) not null default clock_timestamp()
    )`,
    `create index outbox_by_thing on outbox (kind, (${THING}), id)`,
    `create function acknowledge(reader text, id bigint) returns void
     language sql security definer set search_path = public, pg_temp as $$
      insert into outbox_reader (reader, last_id) values (reader, id)
      on conflict (reader) do update set (last_id, heard_at) = (excluded.last_id, clock_timestamp())
    $$`,
    'revoke execute on function acknowledge(text, bigint) from public',
    `create function forget_announcements(days int, lasting text[], beyond bigint, most int) returns setof bigint
     language sql as $$
      with old as (
        select o.id from outbox o
        where o.id > beyond and o.id <= (select min(r.last_id) from outbox_reader r)
          and o.announced_at < clock_timestamp() - make_interval(days => days)
          and (o.kind <> all (lasting) or exists (
            select from outbox later
            where later.kind = o.kind and coalesce(later.content ->> 'key', later.entity) = coalesce(o.content ->> 'key', o.entity)
              and later.id > o.id))
        order by o.id limit most
      )
      delete from outbox using old where outbox.id = old.id returning outbox.id
    $$`,
    'revoke execute on function forget_announcements(int, text[], bigint, int) from public',
  ]);
}
