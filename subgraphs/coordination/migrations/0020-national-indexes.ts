import { statementsMigration } from '../../shared/database/keeping.js';

/** A nation's documents and activities are listed in the order of their days without sorting all of them. */
export const nationalIndexes = statementsMigration('0020-national-indexes', [
  `create index document_by_date on document ((case when issued_on is null then '' else issued_on ->> 'value' end) collate "C", key)`,
  `create index activity_by_date on activity ((case when held_on is null then '' else held_on ->> 'value' end) collate "C", key)`,
]);
