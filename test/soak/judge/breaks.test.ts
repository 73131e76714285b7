import { describe, expect, test } from '@jest/globals';
import { breakBy, isTooSlow } from './breaks.js';

const AWAKE = { slept: 300, allowed: 3_000, wasHindered: false };
const ASLEEP = { ...AWAKE, slept: 3_500 };
const HINDERED = { ...AWAKE, wasHindered: true };

test.each([
  ['slept', ASLEEP, true],
  ['was kept from reading', HINDERED, true],
  ['only read slowly', AWAKE, false],
])('whether a client is too slow that %s', (_, reading, expected) => {
  expect(isTooSlow(reading)).toBe(expected);
});

describe('the break of a stream', () => {
  test.each([
    ['with the close code of one who is too slow', 4413, 'told'],
    ['with a connection that was cut', 1006, 'cut'],
    ['over HTTP', undefined, 'cut'],
    ['with the close code of a gateway that fails', 4500, 'wrong'],
    ['with the close code of a gateway that stops', 1001, 'wrong'],
  ])('of a client that slept, %s', (_, code, expected) => {
    expect(breakBy(code, ASLEEP)).toBe(expected);
  });

  test.each([4413, 1006, undefined, 4500])('of a client that only read slowly is wrong: %s', (code) => {
    expect(breakBy(code, AWAKE)).toBe('wrong');
  });

  test('of a client that was kept from reading is wrong only with a code for something else', () => {
    expect([4413, 1006, 4500].map((code) => breakBy(code, HINDERED))).toEqual(['told', 'cut', 'wrong']);
  });
});
