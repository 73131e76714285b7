import { statementsMigration } from '../../shared/database/keeping.js';
import { letSearch } from '../../shared/search-migration.js';

/** The search costs what its page holds, however much matches. */
export const boundedSearch = statementsMigration(
  '0033-bounded-search',
  letSearch(['union_organization', 'union_department', 'administrative_unit', 'industrial_zone']),
);
