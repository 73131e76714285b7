import { describe, expect, test } from '@jest/globals';
import { limiterStore, memoryStore, type RateStore } from '../../../gateway/rates/store.js';
import { stricterAlone } from '../../../gateway/rates/stricter.js';

/** How often in a row a caller is let in. */
async function admitted(store: RateStore, key: string, tries: number): Promise<number> {
  let count = 0;
  for (let each = 0; each < tries; each += 1) if ((await store.take(key, 1)).isWithin) count += 1;
  return count;
}

describe('the store in memory', () => {
  test('lets each caller have its points, and tells how long the wait is', async () => {
    const store = memoryStore(3);

    expect(await admitted(store, 'a', 5)).toBe(3);
    expect(await admitted(store, 'b', 5)).toBe(3);
    const { isWithin, wait } = await store.take('a', 1);
    expect(isWithin).toBe(false);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60_000);
  });

  test('takes several points at once', async () => {
    const store = memoryStore(10);

    expect(await store.take('a', 10)).toMatchObject({ isWithin: true });
    expect(await store.take('a', 1)).toMatchObject({ isWithin: false });
    expect(await store.take('b', 11)).toMatchObject({ isWithin: false });
  });

  test('counts no more callers at once than it may, and forgets who asked the longest ago', async () => {
    const store = memoryStore(1, 2);

    await store.take('old', 1);
    await store.take('a', 1);
    await store.take('b', 1);

    expect(await store.take('b', 1)).toMatchObject({ isWithin: false });
    expect(await store.take('old', 1)).toMatchObject({ isWithin: true });
  });
});

const failing: RateStore = { take: () => Promise.reject(new Error('away')) };
const hanging: RateStore = { take: () => new Promise(() => undefined) };

describe('a shared store', () => {
  test('that answers is the one that counts', async () => {
    const store = stricterAlone(memoryStore(10), { points: 10, timeoutMs: 1_000 });

    expect(await admitted(store, 'a', 20)).toBe(10);
  });

  test('that fails leaves half of the limit', async () => {
    const store = stricterAlone(failing, { points: 10, timeoutMs: 1_000 });

    expect(await admitted(store, 'a', 20)).toBe(5);
  });

  test('that hangs is waited for no longer than a moment', async () => {
    const store = stricterAlone(hanging, { points: 2, timeoutMs: 10 });

    expect(await admitted(store, 'a', 2)).toBe(1);
  });

  test('whose limiter fails is not taken for one that refuses', async () => {
    const store = limiterStore({ consume: () => Promise.reject(new Error('away')) });

    await expect(store.take('a', 1)).rejects.toThrow('away');
  });
});
