import { statementsMigration } from '../../shared/database/keeping.js';

/**
 * Whoever answers a consultation takes hold of the file before the consultation, as whoever moves the file does. It is
 * done by a function, since the file itself is not for the counterpart to read.
 */
export const fileFirst = statementsMigration('0021-file-first', [
  `create function hold_consulted_file(consultation uuid) returns void
   language sql security definer set search_path = public, pg_temp as $$
    select from nomination n where is_consulted(n.key)
      and n.key = (select c.nomination_key from consultation c where c.key = hold_consulted_file.consultation)
    for update
  $$`,
]);
