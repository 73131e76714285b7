import { exactKey, searchKey, sortKey } from '../../subgraphs/shared/fold.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

describe('search key', () => {
  test.each([
    ['Hòa', 'Hoà'],
    ['ĐỒNG NAI', 'Ðồng Nai'],
    ['Thành phố  Huế', 'thanh pho hue'],
    ['36/KH-BCĐ', '36 kh bcd'],
  ])('%s is found as %s', (left, right) => {
    expect(searchKey(left)).toBe(searchKey(right));
  });

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string(), (written) => searchKey(searchKey(written)) === searchKey(written)));
  });
});

describe('exact key', () => {
  test('tone placement and case do not count, diacritics do', () => {
    expect(exactKey('HOÀ BÌNH')).toBe(exactKey('Hòa Bình'));
    expect(exactKey('Hoa Binh')).not.toBe(exactKey('Hòa Bình'));
  });
});

describe('sort key', () => {
  const syllables = fc.constantFrom(
    'a',
    'an',
    'ăn',
    'ân',
    'bà',
    'bả',
    'bã',
    'bá',
    'bạ',
    'da',
    'đa',
    'em',
    'êm',
    'o',
    'ô',
    'ơ',
    'ơi',
    'oi',
    'u',
    'ư',
    'y',
    'ý',
  );
  const names = fc.array(syllables, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));

  test('orders as the Vietnamese alphabet does', () => {
    const alphabet = new Intl.Collator('vi');
    fc.assert(
      fc.property(names, names, (left, right) => {
        const byKey = sortKey(left) < sortKey(right) ? -1 : Number(sortKey(left) > sortKey(right));
        expect(byKey).toBe(Math.sign(alphabet.compare(left, right)));
      }),
      { numRuns: 2000 },
    );
  });
});
