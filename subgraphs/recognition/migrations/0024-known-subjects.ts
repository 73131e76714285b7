import { statementsMigration } from '../../shared/database/keeping.js';

const DEFINER = 'language sql stable security definer set search_path = public, pg_temp';

/**
 * What the other agencies tell of those who can be recognised by a standard: the union, where enterprises and lodging
 * quarters lie and how large they are; coordination, which police is in charge where. Callers reach it by the functions
 * alone.
 */
export const knownSubjects = statementsMigration('0024-known-subjects', [
  `create table known_subject (
    subject text primary key,
    units text[] not null,
    size_class text,
    union_organization text,
    valid_from date,
    valid_to date,
    constraint valid_in_order check (valid_from < valid_to)
  )`,
  `create table police_territory (
    key uuid primary key,
    police text not null,
    unit text not null,
    valid_from date,
    valid_to date,
    constraint valid_in_order check (valid_from < valid_to)
  )`,
  'create index police_territory_unit on police_territory (unit)',
  `create function find_subject(subject text) returns setof known_subject ${DEFINER} as $$
    select k from known_subject k where k.subject = find_subject.subject
      and (k.valid_to is null or k.valid_to > caller_claim('today')::date)
  $$`,
  `create function is_in_charge(police text, units text[]) returns boolean ${DEFINER} as $$
    select exists (
      select from police_territory t where t.unit = any (units)
        and (t.valid_from is null or t.valid_from <= caller_claim('today')::date)
        and (t.valid_to is null or t.valid_to > caller_claim('today')::date)
        and (t.police = is_in_charge.police or stands_above(is_in_charge.police, t.police))
    )
  $$`,
]);
