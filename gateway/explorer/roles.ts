import { text, type Text } from '../../schema/contract/text.js';

/** The roles that an example question may need, and how the sandbox calls them. Source: domain rule, reads and privacy. */
export const EXAMPLE_ROLES = {
  UNION_OFFICER: text('cán bộ công đoàn', 'union officer'),
  POLICE_OFFICER: text('cán bộ công an', 'police officer'),
  AWARD_SECRETARY: text('thư ký thi đua, khen thưởng', 'awards secretary'),
  COUNCIL_MEMBER: text('thành viên hội đồng', 'council member'),
  SIGNATORY: text('người ký quyết định', 'signatory'),
  DATA_STEWARD: text('cán bộ dữ liệu', 'data steward'),
  PRIVACY_OFFICER: text('cán bộ bảo vệ dữ liệu cá nhân', 'privacy officer'),
  AUDITOR: text('kiểm toán viên', 'auditor'),
} as const satisfies Readonly<Record<string, Text>>;

/** The name of a role, as example files write it after `# role:`, and tokens in their claim. */
export type ExampleRole = keyof typeof EXAMPLE_ROLES;

/** What the sandbox says of a question that only a role has an answer to. */
export function needsRole(role: ExampleRole): Text {
  const { vi, en } = EXAMPLE_ROLES[role];
  return text(`Cần vai trò ${role} (${vi})`, `Needs the role ${role} (${en})`);
}
