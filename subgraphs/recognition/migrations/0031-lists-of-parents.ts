import { statementsMigration } from '../../shared/database/keeping.js';

/** SQL of the year by which batches are listed. */
const YEAR = '(case when year is null then 0 else year end)';

/**
 * Few have many awards and most have none, of which PostgreSQL cannot tell beforehand which is asked: with one index for
 * whose they are and for their order it reads no more than the page, either way. Statistics find their groups by an index
 * alone, and each group's batches by the same.
 */
export const listsOfParents = statementsMigration('0031-lists-of-parents', [
  ...['authority', 'recipient', 'proposed_by', 'movement'].map(
    (column) =>
      `create index recognition_batch_${column}_by_year on recognition_batch (${column}, ${YEAR}, key)`,
  ),
  ...['organization', 'activity'].map(
    (column) => `create index recognition_${column}_by_date on recognition (${column}, conferred_on, key)`,
  ),
  `create index recognition_batch_groups_by_year on recognition_batch
   (year, authority, status, authority_office_vi, form_key) include (classification, is_cross_agency)`,
]);
