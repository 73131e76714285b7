import { describe, expect, test } from '@jest/globals';
import { Retries } from '../../../gateway/files/retries.js';

/** Retries on a clock that the test moves. */
function atTime() {
  const clock = { now: 0 };
  return { clock, retries: new Retries(() => clock.now) };
}

describe('what failed in passing', () => {
  test('is tried again after a pause that doubles', () => {
    const { clock, retries } = atTime();
    const pauses = [1, 2, 3].map(() => {
      const failedAt = clock.now;
      retries.next('a');
      while (!retries.isDue('a')) clock.now += 100;
      return clock.now - failedAt;
    });

    expect(pauses).toEqual([1_000, 2_000, 4_000]);
  });

  test('is not tried for ever', () => {
    const { retries } = atTime();

    expect(Array.from({ length: 7 }, () => retries.next('a'))).toEqual([
      ...Array<boolean>(6).fill(true),
      false,
    ]);
  });

  test('does not keep anything else waiting, which begins anew', () => {
    const { retries } = atTime();
    for (let n = 0; n < 6; n += 1) retries.next('a');

    expect([retries.isDue('a'), retries.isDue('b'), retries.next('b')]).toEqual([false, true, true]);
  });
});
