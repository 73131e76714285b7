import { statementsMigration } from '../../shared/database/keeping.js';

/** A nation's awards and decisions are listed in the order of their days and years without sorting all of them. */
export const nationalIndexes = statementsMigration('0020-national-indexes', [
  'create index recognition_batch_by_year on recognition_batch ((case when year is null then 0 else year end), key)',
  'create index recognition_by_date on recognition (conferred_on, key)',
  'create index decision_by_date on decision (decided_on, key)',
]);
