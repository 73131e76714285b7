import { actsAs } from '../../shared/database/acting.js';
import { addedMigration } from '../../shared/database/acting-migration.js';
import { STANDARD_TABLES } from './0006-tables.js';

const DEFINER = 'language sql stable security definer set search_path = public, pg_temp';

/**
 * SQL of who has to do with a file: officers in whose scope the subject's union or the appraiser is, and once it is
 * appraised those who prepare and sign the decision. Source: domain rule, reads and privacy.
 */
const RIGHTS_SQL = [
  `create function stands_above(above text, below text) returns boolean ${DEFINER} as $$
    with recursive reached(ref) as (
      select below
      union
      select e.above from reached join organization_edge e on e.below = reached.ref
      where (e.valid_from is null or e.valid_from <= caller_claim('today')::date)
        and (e.valid_to is null or e.valid_to > caller_claim('today')::date)
    )
    select stands_above.above <> stands_above.below
      and exists (select from reached where ref = stands_above.above)
  $$`,
  `create function standard_file_is_seen(r standard_recognition) returns boolean ${DEFINER} as $$
    select coalesce(case
      when caller_role() = 'UNION_OFFICER' then in_scope(r.organization) or in_scope(r.appraiser)
      when caller_role() = 'POLICE_OFFICER' then in_scope(r.appraiser)
      when caller_role() in ('AWARD_SECRETARY', 'SIGNATORY')
        then r.appraising_unit is not null and in_scope(r.authority)
    end, false)
  $$`,
  `create function sees_standard_file(recognition uuid) returns boolean ${DEFINER} as $$
    select exists (select from standard_recognition r where r.key = recognition and standard_file_is_seen(r))
  $$`,
];

/** SQL of how a file moves, and that it stays the same file. Source: domain rule, life cycles. */
const MOVES_SQL = [
  `create function standard_recognition_moves() returns trigger language plpgsql as $$
  declare broken text;
  begin
    if (old.standard_key, old.subject, old.year, old.organization)
      is distinct from (new.standard_key, new.subject, new.year, new.organization) then
      broken := 'standard_recognition_stays_the_same';
    elsif old.state <> new.state and (old.state, new.state) not in (
      ('REGISTERED', 'SELF_ASSESSED'), ('SELF_ASSESSED', 'APPRAISED'), ('APPRAISED', 'RECOGNISED'),
      ('APPRAISED', 'NOT_RECOGNISED'), ('RECOGNISED', 'EXPIRED'), ('RECOGNISED', 'WITHDRAWN_FOR_CAUSE')) then
      broken := 'standard_recognition_transition';
    end if;
    if broken is not null then
      raise exception 'standard_recognition %: %', new.key, broken
        using errcode = 'check_violation', constraint = broken;
    end if;
    return new;
  end $$`,
  `create trigger standard_recognition_moves before update on standard_recognition
   for each row execute function standard_recognition_moves()`,
];

/** SQL of a rule over time: of one standard, no two rows with the same `column` hold on the same day. */
function oncePerStandard(table: string, column: string): string {
  return `alter table ${table} add constraint ${table}_${column}_one_per_day exclude using gist
    (uuid_range(standard_key, standard_key, '[]') with &&, text_range(${column}, ${column}, '[]') with &&,
     daterange(valid_from, valid_to) with &&)`;
}

const OFFICERS = actsAs('UNION_OFFICER', 'POLICE_OFFICER');
const STEWARD = actsAs('DATA_STEWARD');

/** Yearly recognitions by standards, with the criteria and thresholds by which they are scored. */
export const standards = addedMigration('0006-standards', {
  create: [...STANDARD_TABLES, ...RIGHTS_SQL],
  tables: ['standard_criterion', 'standard_grade_threshold', 'standard_recognition', 'standard_score'],
  guards: [
    { table: 'standard_criterion', writable: STEWARD },
    { table: 'standard_grade_threshold', writable: STEWARD },
    {
      table: 'standard_recognition',
      readable: 'standard_file_is_seen(standard_recognition)',
      writable: `${actsAs('UNION_OFFICER')} and (in_scope(organization) or in_scope(appraiser))
        or ${actsAs('POLICE_OFFICER')} and in_scope(appraiser) or ${actsAs('SIGNATORY')} and in_scope(authority)`,
    },
    {
      table: 'standard_score',
      readable: 'sees_standard_file(recognition_key)',
      writable: `${OFFICERS} and sees_standard_file(recognition_key)`,
    },
  ],
  after: [
    ...MOVES_SQL,
    oncePerStandard('standard_criterion', 'code'),
    oncePerStandard('standard_grade_threshold', 'grade'),
  ],
});
