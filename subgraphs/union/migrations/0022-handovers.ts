import { actsAs } from '../../shared/database/acting.js';
import { addedMigration } from '../../shared/database/acting-migration.js';

/** On no day is an organisation in charge of the same place twice. */
function inChargeOnce(place: 'unit' | 'zone'): string {
  return `alter table union_jurisdiction add constraint union_jurisdiction_${place}_key_one_per_day exclude using gist (
    uuid_range(organization_key, organization_key, '[]') with &&,
    uuid_range(${place}_key, ${place}_key, '[]') with &&,
    daterange(valid_from, valid_to) with &&
  ) where (${place}_key is not null)`;
}

/**
 * Puts some of the unions right below one under another: `most` of those that stand there on the day or later. What was to
 * begin on that day or later begins under the other; the rest leaves on the day. Who may do so is asked once, since it is
 * the same for all of them.
 */
const HAND_OVER_SQL = `create function hand_over_unions(origin uuid, target uuid, day date, source jsonb, most integer)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare places organization_parent[];
  begin
    if caller_role() is distinct from 'UNION_OFFICER'
      or not in_scope('UnionOrganization:' || origin) or not in_scope('UnionOrganization:' || target) then
      raise exception 'unions below %: not for this caller to hand over', origin
        using errcode = 'insufficient_privilege';
    end if;
    select array_agg(place) into places from (
      select * from organization_parent p
      where p.parent_key = origin and (p.valid_to is null or p.valid_to > day)
      order by p.key limit most for update
    ) place;
    update organization_parent p set parent_key = target, provenance = p.provenance || source
    from unnest(places) place where p.key = place.key and place.valid_from >= day;
    update organization_parent p set valid_to = day, valid_to_precision = 'DAY'
    from unnest(places) place where p.key = place.key and (place.valid_from is null or place.valid_from < day);
    insert into organization_parent (key, classification, provenance, child_key, parent_key,
      valid_from, valid_from_precision, valid_to, valid_to_precision)
    select gen_random_uuid(), place.classification, source, place.child_key, target,
      day, 'DAY', place.valid_to, place.valid_to_precision
    from unnest(places) place where place.valid_from is null or place.valid_from < day;
  end $$`;

/**
 * The same rules as before, that a union stands under another only while both exist, asked in one statement that is
 * planned once: thousands of rows change in one transaction.
 */
const HELD_SQL: readonly string[] = [
  'drop trigger organization_parent_child_key_held on organization_parent',
  'drop trigger organization_parent_parent_key_held on organization_parent',
  `create function organization_parent_held() returns trigger
   language plpgsql security definer set search_path = public, pg_temp as $$
  declare broken text;
  begin
    select case when daterange(p.valid_from, p.valid_to) <@ daterange(child.valid_from, child.valid_to)
      then 'organization_parent_parent_key_held' else 'organization_parent_child_key_held' end into broken
    from organization_parent p
    join union_organization child on child.key = p.child_key
    join union_organization parent on parent.key = p.parent_key
    where p.key = new.key and not (
      daterange(p.valid_from, p.valid_to) <@ daterange(child.valid_from, child.valid_to)
      and daterange(p.valid_from, p.valid_to) <@ daterange(parent.valid_from, parent.valid_to)
    );
    if found then
      raise exception 'organization_parent %: breaks %', new.key, broken
        using errcode = 'check_violation', constraint = broken;
    end if;
    return null;
  end $$`,
  `create constraint trigger organization_parent_held after insert or update on organization_parent
   deferrable initially deferred for each row execute function organization_parent_held()`,
];

/** Officers hand over all unions below one in their scope to another, and territories from one to another. */
export const handovers = addedMigration('0022-handovers', {
  create: [
    `create table "union_handover" ("key" uuid not null, "classification" text not null default 'PUBLIC', "version" int not null default 1, "recorded_at" timestamptz(3) not null default clock_timestamp(), "provenance" jsonb not null default '[]', "data_quality_flags" jsonb not null default '[]', "from_key" uuid not null, "to_key" uuid not null, "effective_on" date not null, "moved_count" int not null, "legal_document" text not null, primary key ("key"))`,
    `create index "union_handover_from_key_index" on "union_handover" ("from_key")`,
    `create index "union_handover_to_key_index" on "union_handover" ("to_key")`,
    `alter table "union_handover" add constraint "union_handover_from_key_foreign" foreign key ("from_key") references "union_organization" ("key")`,
    `alter table "union_handover" add constraint "union_handover_to_key_foreign" foreign key ("to_key") references "union_organization" ("key")`,
    `alter table "union_handover" add constraint "union_handover_of_some" check (moved_count > 0)`,
    `alter table "union_handover" add constraint "union_handover_between_two" check (from_key <> to_key)`,
    `alter table "union_handover" add constraint "union_handover_classification_check" check ("classification" in ('PUBLIC', 'INTERNAL', 'RESTRICTED'))`,
  ],
  tables: ['union_handover'],
  guards: [
    {
      table: 'union_handover',
      writable: `${actsAs('UNION_OFFICER')} and organization_in_scope(from_key) and organization_in_scope(to_key)`,
    },
  ],
  after: [HAND_OVER_SQL, ...HELD_SQL, inChargeOnce('unit'), inChargeOnce('zone')],
});
