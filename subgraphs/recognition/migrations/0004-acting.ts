import { actingMigration } from '../../shared/database/acting-migration.js';

/** Tables that hold nothing internal to an organisation. */
const OPEN = [
  'award_form',
  'award_authority_rule',
  'decision',
  'recognition_batch',
  'recognition_standard',
  'standard_target',
  'recognition_commitment',
];

/** Awards offices and others act in the register of recognition. */
export const acting = actingMigration('0004-acting', {
  guards: OPEN.map((table) => ({ table })),
  rules: ['recognition_batch_decided_first', 'decision_decided_first'],
});
