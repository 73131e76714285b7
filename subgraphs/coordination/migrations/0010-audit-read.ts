import { auditReadMigration } from '../../shared/audit/audit-read.js';

/** Auditors read the audit log. */
export const auditRead = auditReadMigration('0010-audit-read', 'PoliceOrganization');
