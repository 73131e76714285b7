import { forgettingMigration } from '../../shared/database/forgetting.js';

/** Announcements that everybody has heard are forgotten in time. */
export const forgetting = forgettingMigration('0026-forgetting');
