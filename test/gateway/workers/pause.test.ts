import { describe, expect, test } from '@jest/globals';
import { pauseAfter } from '../../../gateway/workers/pause.js';

const SECOND = 1_000;

describe('a process that ended', () => {
  test('is replaced at once when it ran steadily', () => {
    expect(pauseAfter(7, 3_600 * SECOND)).toEqual({ pause: 0, failures: 0 });
  });

  test('is waited for twice as long after each failure in a row, and never longer than half a minute', () => {
    const pauses: number[] = [];
    let failures = 0;
    for (let round = 0; round < 9; round += 1) {
      const next = pauseAfter(failures, SECOND);
      pauses.push(next.pause);
      ({ failures } = next);
    }

    expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });
});
