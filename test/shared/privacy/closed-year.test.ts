import { closingDay, isClosed } from '../../../subgraphs/shared/privacy/suppression/closed-year.js';
import { expect, test } from '@jest/globals';

test('a year is counted as it was known at the end of March of the next', () => {
  expect(closingDay(2025)).toBe('2026-03-31');
});

test.each([
  ['2025-12-31', false],
  ['2026-03-31', false],
  ['2026-04-01', true],
  ['2030-01-01', true],
])('on %s the year 2025 may be published: %s', (today, may) => {
  expect(isClosed(2025, today)).toBe(may);
});
