/**
 * Codes of the ten communes of Đồng Nai that became wards on 30 April 2026, keeping names and codes: Lộc Ninh, Tân Khai,
 * Đồng Phú, Tân Phú, Trị An, Trảng Bom, Dầu Giây, Long Thành, Xuân Lộc, Nhơn Trạch.
 *
 * Source: Resolution 237/NQ-UBTVQH16.
 */
export const RAISED_IN_2026: readonly string[] = [
  '25270',
  '25357',
  '25363',
  '26116',
  '26170',
  '26248',
  '26326',
  '26368',
  '26425',
  '26485',
];
