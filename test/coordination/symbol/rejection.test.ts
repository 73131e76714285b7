import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { HubError } from '../../../schema/contract/errors.js';
import { parseSymbol } from '../../../subgraphs/coordination/document/symbol/parse.js';
import { anyCanonical } from './arbitrary.js';

/** The error of a text that is no symbol; `null` where it is one. Any other error fails the test. */
function rejectionOf(written: string): HubError | null {
  try {
    parseSymbol(written);
    return null;
  } catch (error) {
    if (error instanceof HubError && error.code === 'INVALID_SYMBOL') return error;
    throw error;
  }
}

describe('a text that is no symbol is refused with the place and what was expected there', () => {
  test.each([
    ['', 0, ['NUMBER', '/']],
    ['xin chào', 0, ['NUMBER', '/']],
    ['22/12/2023', 3, ['YEAR', 'STATE_TYPE', 'KNOWN_ISSUER']],
    ['36', 2, ['/', '-']],
    ['123456/KH-BCĐ', 5, ['/', '-']],
    ['06/2014/XX-CP', 8, ['NORMATIVE_TYPE', 'LEGISLATURE']],
    ['06/2014/KH-UBND', 8, ['NORMATIVE_TYPE', 'LEGISLATURE']],
    ['06/214/NĐ-CP', 3, ['YEAR', 'STATE_TYPE', 'KNOWN_ISSUER']],
    ['36/KH-', 6, ['ISSUER']],
    ['36/KH-BCĐ-', 10, ['ISSUER_OR_UNIT']],
    ['36/KH-BCĐ/2024', 9, ['END']],
    ['36/KH-BCD', 6, ['DIACRITICS']],
    ['12/ABC-BCA', 3, ['YEAR', 'STATE_TYPE', 'KNOWN_ISSUER']],
    ['36-KH/BTGTU', 6, ['PARTY_ISSUER', 'KNOWN_ISSUER']],
    ['13-KL/UBND', 6, ['PARTY_ISSUER']],
    ['44 KL/TW', 2, ['/', '-']],
    ['4173/TLĐ-ToC-A', 12, ['END']],
    ['06/2022/QH015', 8, ['NORMATIVE_TYPE', 'LEGISLATURE']],
    ['/NĐ-CP', 1, ['STATE_TYPE']],
    ['36/constructor-BCĐ', 3, ['YEAR', 'STATE_TYPE', 'KNOWN_ISSUER']],
  ])('%j: position %d, expected %j', (written, position, expected) => {
    expect(rejectionOf(written)?.details).toMatchObject({ position, expected });
  });

  test('the position counts in the prepared text, which is told', () => {
    expect(rejectionOf('Số: 06 / 2014 / XX - CP')?.details).toMatchObject({
      position: 8,
      prepared: '06/2014/XX-CP',
    });
  });

  test('the message says it in both languages', () => {
    const error = rejectionOf('36/KH-BCD');

    expect(error?.text.vi).toMatch(/ký tự thứ 7.*36\/KH-BCD.*BCĐ/);
    expect(error?.text.en).toMatch(/character 7.*36\/KH-BCD.*BCĐ/);
  });
});

test('a text longer than 80 characters is refused unread', () => {
  const longest = `36/KH-${'A'.repeat(74)}`;

  expect(parseSymbol(longest).canonical).toBe(longest);
  expect(rejectionOf(`${longest}A`)?.details).toEqual({
    position: 80,
    expected: ['SHORTER_TEXT'],
    prepared: '',
  });
  expect(rejectionOf(' '.repeat(1_000_000))?.details).toMatchObject({ position: 80 });
});

test('random text is refused with INVALID_SYMBOL unless it happens to be a symbol, and never fails otherwise', () => {
  const signs = '0129/-–\u00a0ĐÐKNTQCđsố\u0301&:'.split('');
  const garbage = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.string({ unit: fc.constantFrom(...signs), maxLength: 80 }),
    fc.string({ maxLength: 80 }).map((tail) => `36/KH-BCĐ ${tail} 2024`),
  );
  fc.assert(
    fc.property(garbage, (written) => {
      if (rejectionOf(written)) return;
      const { canonical } = parseSymbol(written);
      expect(parseSymbol(canonical).canonical).toBe(canonical);
    }),
    { numRuns: 1000 },
  );
});

test('a symbol with a foreign character inside is refused', () => {
  const spoiled = fc
    .tuple(
      anyCanonical,
      fc.nat(),
      fc.constantFrom('?', '.', '_', '\u0301', '\u200b', 'Ж', '汉', '🙂', '\0', "'"),
    )
    .map(([symbol, at, foreign]) => {
      const place = at % (symbol.length + 1);
      return symbol.slice(0, place) + foreign + symbol.slice(place);
    })
    // A combining mark can make another Vietnamese letter, which is no foreign character.
    .filter((written) => !/\p{Script=Latin}\u0301/u.test(written));

  fc.assert(
    fc.property(spoiled, (written) => {
      expect(rejectionOf(written)?.code).toBe('INVALID_SYMBOL');
    }),
  );
});

test('the worst texts of the allowed length are refused in a few milliseconds each', () => {
  const worst = [
    '0'.repeat(80),
    'Số'.repeat(40),
    ' '.repeat(80),
    `1/KH-${'A&'.repeat(37)}`,
    `1/KH${' '.repeat(75)}x`,
  ];
  const started = performance.now();
  for (let round = 0; round < 100; round += 1) worst.forEach(rejectionOf);

  expect((performance.now() - started) / 500).toBeLessThan(5);
});
