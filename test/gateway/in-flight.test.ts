import { describe, expect, test } from '@jest/globals';
import { InFlight } from '../../gateway/in-flight.js';
import { ANONYMOUS, callerWith } from '../../schema/contract/caller.js';

const WANTED = new AbortController().signal;

/** Work that ends when the test says so, and counts how often it was begun. */
function slowWork() {
  const { promise, resolve } = Promise.withResolvers<number>();
  const signals: AbortSignal[] = [];
  const begin = (signal: AbortSignal): Promise<number> => {
    signals.push(signal);
    return promise;
  };
  return { begin, end: resolve, signals };
}

describe('work that several callers want', () => {
  test('is done once while it is under way', async () => {
    const inFlight = new InFlight<number>();
    const { begin, end, signals } = slowWork();
    const wish = { caller: ANONYMOUS, key: 'a', signal: WANTED, begin };

    const results = [inFlight.join(wish), inFlight.join(wish)];
    end(1);

    expect(await Promise.all(results)).toEqual([1, 1]);
    expect(signals).toHaveLength(1);
  });

  test('is done again once it has ended', async () => {
    const inFlight = new InFlight<number>();
    const { begin, end, signals } = slowWork();
    const wish = { caller: ANONYMOUS, key: 'a', signal: WANTED, begin };

    end(1);
    await inFlight.join(wish);
    await inFlight.join(wish);

    expect(signals).toHaveLength(2);
  });

  test('is never shared by callers with different tokens', () => {
    const inFlight = new InFlight<number>();
    const { begin, signals } = slowWork();

    for (const caller of [ANONYMOUS, callerWith({ sub: 'a' }), callerWith({ sub: 'a' })])
      void inFlight.join({ caller, key: 'a', signal: WANTED, begin });

    expect(signals).toHaveLength(3);
  });

  test('that began before a change is not joined after it', async () => {
    const inFlight = new InFlight<number>();
    const { begin, signals } = slowWork();
    const wish = { caller: ANONYMOUS, key: 'a', signal: WANTED, begin };

    void inFlight.join(wish);
    await inFlight.change(async () => 0);
    void inFlight.join(wish);

    expect(signals).toHaveLength(2);
  });

  test('goes on as long as one who wants it is there', () => {
    const inFlight = new InFlight<number>();
    const { begin, signals } = slowWork();
    const [first, second] = [new AbortController(), new AbortController()];

    for (const { signal } of [first, second])
      void inFlight.join({ caller: ANONYMOUS, key: 'a', signal, begin });
    first.abort();
    const wasAborted = signals[0]?.aborted;
    second.abort();

    expect([wasAborted, signals[0]?.aborted]).toEqual([false, true]);
  });

  test('does not hold one who leaves, though others stay', async () => {
    const inFlight = new InFlight<string>();
    const control = new AbortController();
    const begin = (signal: AbortSignal): Promise<string> =>
      signal.aborted ? Promise.resolve('left') : new Promise(() => undefined);

    void inFlight.join({ caller: ANONYMOUS, key: 'a', signal: WANTED, begin });
    const result = inFlight.join({ caller: ANONYMOUS, key: 'a', signal: control.signal, begin });
    control.abort();

    expect(await result).toBe('left');
  });

  test('that was given up is not joined', () => {
    const inFlight = new InFlight<number>();
    const { begin, signals } = slowWork();
    const gone = new AbortController();

    void inFlight.join({ caller: ANONYMOUS, key: 'a', signal: gone.signal, begin });
    gone.abort();
    void inFlight.join({ caller: ANONYMOUS, key: 'a', signal: WANTED, begin });

    expect(signals).toHaveLength(2);
  });
});
