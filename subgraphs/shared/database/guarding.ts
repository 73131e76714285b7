import { CALLER_ROLE } from './caller-role.js';
import { actsAs } from './acting.js';

/** Who may read and write the rows of a table beyond what is public. */
export interface Guard {
  readonly table: string;
  /**
   * SQL over a row: who may read one that is not PUBLIC. Default: officers of both sides read what is INTERNAL to the
   * organisations in `owners`.
   */
  readonly readable?: string;
  /** SQL over a row: who may write it; what the caller may write and not read is written nevertheless. */
  readonly writable?: string;
  /** SQL over a row: the organisations whose it is, as an array of references. Default: none. */
  readonly owners?: string;
}

/** Who reads what is internal to an own organisation. Source: domain rule, reads and privacy. */
const READERS = ['UNION_OFFICER', 'POLICE_OFFICER'];

/** SQL that puts tables under row-level security for callers; the owner of the tables is not bound by it. */
export function guardTables(guards: readonly Guard[]): readonly string[] {
  return guards.flatMap(guardTable);
}

function guardTable({ table, owners, ...rules }: Guard): readonly string[] {
  const internal = owners
    ? `classification = 'INTERNAL' and ${actsAs(...READERS)} and any_in_scope(${owners})`
    : 'false';
  const { readable = internal, writable = 'false' } = rules;
  return [
    `alter table ${table} enable row level security`,
    `create policy ${table}_is_read on ${table} for select to ${CALLER_ROLE}
     using (classification = 'PUBLIC' or (${readable}))`,
    `create policy ${table}_is_added on ${table} for insert to ${CALLER_ROLE} with check (${writable})`,
    `create policy ${table}_is_changed on ${table} for update to ${CALLER_ROLE}
     using (${writable}) with check (${writable})`,
  ];
}

/** SQL that says anew who may write the rows of a guarded table. */
export function letWrite(table: string, writable: string): readonly string[] {
  return [
    `alter policy ${table}_is_added on ${table} with check (${writable})`,
    `alter policy ${table}_is_changed on ${table} using (${writable}) with check (${writable})`,
  ];
}

/** SQL that lets callers read of the history what is public; it is written by its own triggers alone. */
export const GUARD_HISTORY_SQL: readonly string[] = [
  'alter function keep_version() security definer set search_path = public, pg_temp',
  'alter table record_version enable row level security',
  `create policy record_version_is_read on record_version for select to ${CALLER_ROLE}
   using (content ->> 'classification' = 'PUBLIC')`,
];
