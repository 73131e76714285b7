import type { Chance } from './random.js';

const TRADES = [
  'May mặc',
  'Điện tử',
  'Chế biến thủy sản',
  'Cơ khí',
  'Giày da',
  'Bao bì',
  'Chế biến gỗ',
  'Vật liệu xây dựng',
  'Vận tải',
  'Nhựa',
  'Dệt',
  'Thực phẩm',
] as const;

const SYLLABLES = [
  'An',
  'Bình',
  'Cường',
  'Đại',
  'Đông',
  'Hải',
  'Hòa',
  'Hưng',
  'Khánh',
  'Lâm',
  'Long',
  'Minh',
  'Nam',
  'Phát',
  'Phú',
  'Quang',
  'Sơn',
  'Tân',
  'Thành',
  'Thịnh',
  'Tiến',
  'Trường',
  'Việt',
  'Xuân',
] as const;

/** What stands in the name of every synthetic organisation. */
export const MARK = '(mô phỏng)';

/** A made-up name of an enterprise; its number keeps it apart from every real one. */
export function companyName(chance: Chance, nth: number): string {
  const name = `${chance.of(SYLLABLES)} ${chance.of(SYLLABLES)}`;
  return `Công ty TNHH ${chance.of(TRADES)} ${name} ${nth + 1} ${MARK}`;
}
