import type { Actor } from '../rights/actor.js';

/**
 * The database role in which every operation of a caller runs. It owns nothing, so row-level security holds for it, and
 * it may do to each table what {@link CALLER_GRANTS_SQL} says.
 */
export const CALLER_ROLE = 'lien_thong_caller';

const MAKE_ROLE = `if not exists (select from pg_roles where rolname = '${CALLER_ROLE}') then
    begin
      create role ${CALLER_ROLE} nologin;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;`;

/** SQL that makes the role where the server has none yet, and lets the present user take it. */
export const CALLER_ROLE_SQL = `do $$ begin
  ${MAKE_ROLE}
  if not pg_has_role(current_user, '${CALLER_ROLE}', 'member') then
    execute format('grant ${CALLER_ROLE} to %I', current_user);
  end if;
end $$`;

/**
 * SQL that a superuser runs in an agency's database before the agency's own role first opens it: what that role, which
 * may make no roles, needs of the server.
 */
export function preparationSql(role: string): readonly string[] {
  return [
    `do $$ begin ${MAKE_ROLE} end $$`,
    `grant ${CALLER_ROLE} to "${role.replaceAll('"', '""')}"`,
    LEAKPROOF_SQL,
  ];
}

/**
 * SQL that lets lists by an array column, by words or by a part of a document use their indexes under row-level security:
 * PostgreSQL asks operators first only if they are known to tell nothing of rows that the caller may not see, which these
 * do not.
 * Only a superuser may say so; without one such lists are read row by row.
 */
export const LEAKPROOF_SQL = `do $$ begin
  alter function arrayoverlap(anyarray, anyarray) leakproof;
  alter function arraycontains(anyarray, anyarray) leakproof;
  alter function ts_match_vq(tsvector, tsquery) leakproof;
  alter function to_tsvector(regconfig, text) leakproof;
  alter function jsonb_object_field(jsonb, text) leakproof;
  alter function jsonb_object_field_text(jsonb, text) leakproof;
  alter function jsonb_contains(jsonb, jsonb) leakproof;
exception when insufficient_privilege then null;
end $$`;

/**
 * SQL that lets callers do to each table that row-level security guards what it has policies for, and nothing to others;
 * nothing is ever deleted. Run after every migration, since new tables come without rights.
 */
export const CALLER_GRANTS_SQL = `do $$ declare guarded record; begin
  grant usage on schema public to ${CALLER_ROLE};
  for guarded in
    select c.oid::regclass as name, string_agg(distinct rights.may, ', ') as rights
    from pg_class c
    join pg_policy p on p.polrelid = c.oid
    join (values ('r', 'select'), ('a', 'insert'), ('w', 'update'), ('*', 'select'), ('*', 'insert'), ('*', 'update'))
      rights(command, may) on rights.command = p.polcmd::text
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
    group by c.oid
  loop
    execute format('revoke all on %s from ${CALLER_ROLE}', guarded.name);
    execute format('grant %s on %s to ${CALLER_ROLE}', guarded.rights, guarded.name);
  end loop;
end $$`;

/** The claims of whoever acts, for row-level security, as the text of the setting that holds them for a transaction. */
export function callerSetting(actor: Actor, today: string): string {
  const { subject, role, organization } = actor;
  return JSON.stringify({ subject, role, organization, today });
}

/** SQL that opens a transaction as the caller, in one statement. */
export function beginAsCaller(setting: string): string {
  return `begin; select set_config('hub.caller', ${literal(setting)}, true)`;
}

function literal(value: string): string {
  const quoted = value.replaceAll("'", "''");
  return value.includes('\\') ? ` E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}
