import { actsAs } from '../../shared/database/acting.js';
import { letWrite } from '../../shared/database/guarding.js';
import { statementsMigration } from '../../shared/database/keeping.js';
import { holdTogether, type HeldLink } from './held-together.js';

const COLUMNS_SQL = [
  `alter table "union_organization" add "is_planned" boolean not null default false`,
  `alter table "union_organization" add constraint "planned_has_a_day" check (not is_planned or (valid_from is not null and valid_to is null))`,
  `alter table "union_succession" add "legal_document" text null`,
  `alter table "union_succession" add constraint "union_succession_leads_on" check (from_key <> to_key)`,
];

/** SQL of whether an organisation is in the caller's scope today, or is going to stand under one that is. */
const SCOPE_SQL = `create function organization_in_scope(organization uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select in_scope('UnionOrganization:' || organization) or exists (
      select from organization_edge e
      where e.below = 'UnionOrganization:' || organization
        and e.valid_from > caller_claim('today')::date and in_scope(e.above)
    )
  $$`;

/** What is planned stands under another organisation; seen at the end of the transaction. */
const PARENT_SQL = `create function planned_has_parent() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select from organization_parent p where p.child_key = new.key) then
      raise exception 'union_organization %: is planned under none', new.key
        using errcode = 'check_violation', constraint = tg_name;
    end if;
    return null;
  end $$`;

/** On no day does an organisation stand under itself, over however many steps; seen at the end of the transaction. */
const CIRCLE_SQL = `create function organization_parent_no_circle() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (
      with recursive above(key, days) as (
        select new.parent_key, daterange(new.valid_from, new.valid_to)
        union
        select p.parent_key, above.days * daterange(p.valid_from, p.valid_to)
        from above join organization_parent p on p.child_key = above.key
        where above.days && daterange(p.valid_from, p.valid_to)
      )
      select from above where key = new.child_key
    ) then
      raise exception 'organization_parent %: goes round in a circle (%)', new.key, tg_name
        using errcode = 'check_violation', constraint = tg_name;
    end if;
    return null;
  end $$`;

const AT_THE_END = 'deferrable initially deferred for each row';

/** An organisation stands under another, and is in charge of something, only while both exist. */
const LINKS: readonly HeldLink[] = [
  { table: 'organization_parent', column: 'child_key', target: 'union_organization', within: true },
  { table: 'organization_parent', column: 'parent_key', target: 'union_organization', within: true },
  { table: 'union_jurisdiction', column: 'organization_key', target: 'union_organization', within: true },
  { table: 'union_jurisdiction', column: 'unit_key', target: 'administrative_unit' },
  { table: 'union_jurisdiction', column: 'zone_key', target: 'industrial_zone' },
];

const OFFICER = actsAs('UNION_OFFICER');
const CHANGED = `${OFFICER} and organization_in_scope(key)`;

/** Officers plan, activate, end and place the organisations in their scope. */
export const organizations = statementsMigration('0007-organizations', [
  ...COLUMNS_SQL,
  SCOPE_SQL,
  PARENT_SQL,
  `create constraint trigger planned_has_parent after insert on union_organization ${AT_THE_END}
   when (new.is_planned) execute function planned_has_parent()`,
  CIRCLE_SQL,
  `create constraint trigger organization_parent_no_circle after insert or update on organization_parent ${AT_THE_END}
   execute function organization_parent_no_circle()`,
  ...LINKS.flatMap(holdTogether),
  `alter policy union_organization_is_added on union_organization with check (${OFFICER} and is_planned)`,
  `alter policy union_organization_is_changed on union_organization using (${CHANGED}) with check (${CHANGED})`,
  ...letWrite('organization_parent', `${OFFICER} and in_scope('UnionOrganization:' || parent_key)`),
  ...letWrite(
    'union_jurisdiction',
    `${OFFICER} and organization_in_scope(organization_key) and caller_serves(null, unit_key, zone_key)`,
  ),
  ...letWrite(
    'union_succession',
    `${OFFICER} and organization_in_scope(from_key) and organization_in_scope(to_key)`,
  ),
]);
