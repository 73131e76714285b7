import { text, type Text } from '../../schema/contract/text.js';

/** Who asks an example question, and how the sandbox calls them; the order is the order on the screen. */
export const AUDIENCES = {
  'frontend developer': text('Lập trình viên giao diện', 'Frontend developer'),
  'VGCL officer': text('Cán bộ công đoàn', 'VGCL officer'),
  'police officer': text('Cán bộ công an', 'Police officer'),
  'awards secretary': text('Thư ký thi đua, khen thưởng', 'Awards secretary'),
  journalist: text('Nhà báo, người dân', 'Journalist, citizen'),
} as const satisfies Readonly<Record<string, Text>>;

/** The name of an audience, as example files write it after `# group:`. */
export type Audience = keyof typeof AUDIENCES;
