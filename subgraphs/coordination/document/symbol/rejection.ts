import { HubError } from '../../../../schema/contract/errors.js';
import { text, type Text } from '../../../../schema/contract/text.js';
import { MAX_SYMBOL_LENGTH } from './prepare.js';
import type { Expectation, Mismatch } from './reading.js';
import { TYPE_CODES, type TypeFamily } from './types.js';

/** Why a text is no symbol: the furthest place that any form reached, and what would have been right there. */
export interface Rejection {
  readonly rejected: true;
  /** Offset in `prepared`, from 0. Unit: UTF-16 code units. */
  readonly position: number;
  readonly expected: readonly Expectation[];
  /** The text after preparation, to which the position belongs; empty where the text was too long to prepare. */
  readonly prepared: string;
}

/** The rejection of a text longer than any symbol, which was not looked at. */
export const TOO_LONG: Rejection = {
  rejected: true,
  position: MAX_SYMBOL_LENGTH,
  expected: ['SHORTER_TEXT'],
  prepared: '',
};

/** The rejection that follows when every form failed: only the furthest mismatches help the reader. */
export function rejectionOf(prepared: string, mismatches: readonly Mismatch[]): Rejection {
  const position = Math.max(...mismatches.map(({ at }) => at));
  const furthest = mismatches.filter(({ at }) => at === position);
  return {
    rejected: true,
    position,
    expected: [...new Set(furthest.map(({ expected }) => expected))],
    prepared,
  };
}

/** The error that tells a client why its text is no symbol; `details` has `position`, `expected` and `prepared`. */
export function invalidSymbol({ position, expected, prepared }: Rejection): HubError {
  const wanted = expected.map((expectation) => EXPECTED[expectation]);
  const vi = wanted.map((want) => want.vi).join(' hoặc ');
  const en = wanted.map((want) => want.en).join(' or ');
  return new HubError(
    'INVALID_SYMBOL',
    text(
      `Không phải ký hiệu văn bản: ở ký tự thứ ${position + 1}${prepared && ` của "${prepared}"`} cần ${vi}.`,
      `Not a document symbol: at character ${position + 1}${prepared && ` of "${prepared}"`}, expected ${en}.`,
    ),
    { position, expected, prepared },
  );
}

const EXPECTED: Readonly<Record<Expectation, Text>> = {
  '/': text('dấu "/"', 'a "/"'),
  '-': text('dấu "-"', 'a "-"'),
  NUMBER: text('số văn bản (1 đến 5 chữ số)', 'a number of 1 to 5 digits'),
  YEAR: text('năm (4 chữ số)', 'a year of 4 digits'),
  NORMATIVE_TYPE: typeText('NORMATIVE', 'quy phạm pháp luật', 'normative'),
  STATE_TYPE: typeText('STATE', 'hành chính', 'administrative'),
  PARTY_TYPE: typeText('PARTY', 'của Đảng', 'Party'),
  LEGISLATURE: text('QH hoặc UBTVQH kèm khóa (QH15)', 'QH or UBTVQH with its term (QH15)'),
  PARTY_ISSUER: text('cơ quan Đảng (TW, TU, HU)', 'a Party issuer (TW, TU, HU)'),
  KNOWN_ISSUER: text('cơ quan ban hành đã biết', 'a known issuer'),
  ISSUER: text('cơ quan ban hành', 'an issuer'),
  ISSUER_OR_UNIT: text('cơ quan hoặc đơn vị', 'an issuer or a unit'),
  DIACRITICS: text('cơ quan viết đủ dấu (BCĐ, không phải BCD)', 'an issuer with its marks (BCĐ, not BCD)'),
  END: text('kết thúc ký hiệu', 'the end of the symbol'),
  SHORTER_TEXT: text(
    `kết thúc, vì ký hiệu dài nhất ${MAX_SYMBOL_LENGTH} ký tự`,
    `the end, since a symbol has at most ${MAX_SYMBOL_LENGTH} characters`,
  ),
};

function typeText(family: TypeFamily, vi: string, en: string): Text {
  const codes = Object.keys(TYPE_CODES[family]).join(', ');
  return text(`loại văn bản ${vi} (${codes})`, `a type of ${en} document (${codes})`);
}
