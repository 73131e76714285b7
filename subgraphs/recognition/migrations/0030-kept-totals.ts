import { statementsMigration } from '../../shared/database/keeping.js';
import { KEPT_TOTALS_SQL, keepTotalsOf } from '../../shared/database/kept-totals.js';

/** Of the lists that a nation's awards make long the totals are kept. */
export const keptTotals = statementsMigration('0030-kept-totals', [
  ...KEPT_TOTALS_SQL,
  ...keepTotalsOf({
    decision: [],
    recognition_batch: ['form_key', 'kind', 'recipient_side', 'status', 'year', 'is_cross_agency'],
    recognition: ['form_key', 'recipient_side', 'state', 'year'],
    standard_recognition: ['standard_key', 'year', 'grade', 'state'],
  }),
]);
