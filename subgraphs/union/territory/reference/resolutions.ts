/**
 * Numbers of the resolutions of 16 June 2025 on the commune-level units, by province of 1 July 2025.
 *
 * Source: Resolutions 1654 to 1687/NQ-UBTVQH15, by their titles.
 */
const NUMBERS: Readonly<Record<string, number>> = {
  'an-giang-2025': 1654,
  'ca-mau-2025': 1655,
  'ha-noi': 1656,
  'cao-bang': 1657,
  'bac-ninh-2025': 1658,
  'da-nang-2025': 1659,
  'dak-lak-2025': 1660,
  'dien-bien': 1661,
  'dong-nai-2025': 1662,
  'dong-thap-2025': 1663,
  'gia-lai-2025': 1664,
  'ha-tinh': 1665,
  'hung-yen-2025': 1666,
  'khanh-hoa-2025': 1667,
  'can-tho-2025': 1668,
  'hai-phong-2025': 1669,
  'lai-chau': 1670,
  'lam-dong-2025': 1671,
  'lang-son': 1672,
  'lao-cai-2025': 1673,
  'ninh-binh-2025': 1674,
  hue: 1675,
  'phu-tho-2025': 1676,
  'quang-ngai-2025': 1677,
  'nghe-an': 1678,
  'quang-ninh': 1679,
  'quang-tri-2025': 1680,
  'son-la': 1681,
  'tay-ninh-2025': 1682,
  'thai-nguyen-2025': 1683,
  'tuyen-quang-2025': 1684,
  'ho-chi-minh-2025': 1685,
  'thanh-hoa': 1686,
  'vinh-long-2025': 1687,
};

/** Symbol of the resolution by which the communes of a province were formed; null for a province that is none of them. */
export function resolutionOf(province: string): string | null {
  const number = NUMBERS[province];
  return number === undefined ? null : `${number}/NQ-UBTVQH15`;
}
