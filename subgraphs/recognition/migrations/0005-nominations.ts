import { addedMigration } from '../../shared/database/acting-migration.js';
import { LET_WRITE_SQL, NOMINATION_GUARDS, RIGHTS_SQL } from './0005-rights.js';
import { RECOGNITION_RULES_SQL } from './0005-rules.js';
import { NOMINATION_STEPS_SQL } from './0005-steps.js';
import { NOMINATION_TABLES } from './0005-tables.js';

/**
 * Nominations from draft to conferral and revocation. Of `personal_text` no history is kept, so that what has to be
 * forgotten can be.
 */
export const nominations = addedMigration('0005-nominations', {
  create: [...NOMINATION_TABLES, ...RIGHTS_SQL],
  tables: [
    'award_round',
    'recipient',
    'consent',
    'nomination',
    'nomination_step',
    'consultation',
    'council_session',
    'council_item',
    'nomination_hold',
    'recognition',
    'revocation',
  ],
  guards: NOMINATION_GUARDS,
  after: [...NOMINATION_STEPS_SQL, ...RECOGNITION_RULES_SQL, ...LET_WRITE_SQL],
});
