import { describe, expect, test } from '@jest/globals';
import { starvedMs } from '../../../gateway/launch/starvation.js';

function worked(ms: number): number {
  const [began, before] = [performance.now(), starvedMs()];
  while (performance.now() - began < ms);
  return starvedMs() - before;
}

describe('what a process waits for a processor', () => {
  test('is never more than the time that went by', () => {
    const began = performance.now();
    const starved = worked(50);

    expect(starved).toBeGreaterThanOrEqual(0);
    expect(starved).toBeLessThanOrEqual(performance.now() - began + TICK_MS);
  });
});

/** How coarsely the system may count. Unit: milliseconds. */
const TICK_MS = 20;
