import { statementsMigration } from '../../shared/database/keeping.js';
import { KEPT_TOTALS_SQL, keepTotalsOf } from '../../shared/database/kept-totals.js';

/** Of the lists that a nation's unions make long the totals are kept. */
export const keptTotals = statementsMigration('0030-kept-totals', [
  ...KEPT_TOTALS_SQL,
  ...keepTotalsOf({
    union_organization: ['level'],
    enterprise: ['ownership', 'size_class'],
    lodging_quarter: ['kind', 'size_band', 'operator_kind'],
    membership_statistic: ['metric', 'state'],
    workforce_statistic: ['metric', 'state'],
  }),
]);
