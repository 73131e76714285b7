import { statementsMigration } from '../../shared/database/keeping.js';
import { KEPT_TOTALS_SQL, keepTotalsOf } from '../../shared/database/kept-totals.js';

/** Of the lists that a nation's documents, activities and teams make long the totals are kept. */
export const keptTotals = statementsMigration('0030-kept-totals', [
  ...KEPT_TOTALS_SQL,
  ...keepTotalsOf({
    police_organization: ['level'],
    document: ['family', 'document_type', 'symbol_status'],
    activity: ['kind', 'level', 'state'],
    self_managed_team: ['kind', 'state'],
  }),
]);
