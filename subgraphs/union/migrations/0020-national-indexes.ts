import { statementsMigration } from '../../shared/database/keeping.js';

/** Figures of a nation's unions are listed in the order of their days without sorting all of them. */
export const nationalIndexes = statementsMigration(
  '0020-national-indexes',
  ['membership_statistic', 'workforce_statistic'].map(
    (table) =>
      `create index ${table}_by_date on ${table} ((case when as_of is null then '' else as_of ->> 'value' end) collate "C", key)`,
  ),
);
