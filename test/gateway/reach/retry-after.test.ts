import { expect, test } from '@jest/globals';
import { retryAfterIn } from '../../../gateway/reach/retry-after.js';

test.each([
  ['0', 0],
  ['120', 120_000],
  [' 5 ', 5_000],
  ['99999999', 86_400_000],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
])('"%s" is in %d ms', (header, milliseconds) => {
  expect(retryAfterIn(header)).toBe(milliseconds);
});

test('an instant is counted from now', () => {
  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();

  const wait = retryAfterIn(inAnHour) ?? 0;

  expect(wait).toBeGreaterThan(3_500_000);
  expect(wait).toBeLessThanOrEqual(3_600_000);
});

test.each([undefined, '', 'soon', '-1', '1.5', ['1', '2']])('%j says nothing', (header) => {
  expect(retryAfterIn(header)).toBeUndefined();
});
