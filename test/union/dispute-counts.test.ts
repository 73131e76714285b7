import { ClaimKind } from '../../subgraphs/union/dispute/claim-vocabulary.js';
import {
  publish,
  publishedAt,
  type CountedCases,
  type CountedPlace,
} from '../../subgraphs/union/dispute/published-counts.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const PROVINCES = ['a', 'b', 'c'];

/** Cases with mostly small counts. */
const anyCases: fc.Arbitrary<readonly CountedCases[]> = fc.uniqueArray(
  fc.record({
    province: fc.constantFrom(...PROVINCES),
    mainClaim: fc.constantFrom(...Object.values(ClaimKind)),
    count: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 10, max: 60 })),
  }),
  {
    maxLength: 30,
    selector: ({ province, mainClaim }) => `${province} ${mainClaim}`,
  },
);

const anyPlace: fc.Arbitrary<CountedPlace> = fc.record({
  province: fc.constantFrom(undefined, ...PROVINCES),
  mainClaim: fc.constantFrom(undefined, ...Object.values(ClaimKind)),
});

function countAt(cases: readonly CountedCases[], place: CountedPlace): number {
  const within = (each: CountedCases) =>
    Object.entries(place).every(
      ([side, value]) => value === undefined || each[side as keyof CountedPlace] === value,
    );
  return cases.filter(within).reduce((sum, { count }) => sum + count, 0);
}

describe('what is published of any cases', () => {
  test('never shows a count below ten, and rounds the others to five', () => {
    fc.assert(
      fc.property(anyCases, anyPlace, (cases, place) => {
        const shown = publishedAt(publish(PROVINCES, cases), place);
        if (shown === null) return;
        const count = countAt(cases, place);
        expect(count).toBeGreaterThanOrEqual(10);
        expect(shown).toBe(Math.round(count / 5) * 5);
      }),
      { numRuns: 200 },
    );
  });

  test('shows large counts', () => {
    const cases = PROVINCES.flatMap((province) =>
      Object.values(ClaimKind).map((mainClaim) => ({ province, mainClaim, count: 12 })),
    );
    const shown = publish(PROVINCES, cases);
    expect(publishedAt(shown, { province: 'a' })).toBe(85);
    expect(publishedAt(shown, { province: 'a', mainClaim: ClaimKind.MEALS })).toBe(10);
    expect(publishedAt(shown, {})).toBe(250);
  });
});
