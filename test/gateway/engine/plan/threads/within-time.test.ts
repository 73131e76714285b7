import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { apolloPlanner } from '../../../../../gateway/engine/plan/apollo-planner.js';
import { CutOffError } from '../../../../../gateway/engine/plan/threads/protocol.js';
import { withinTime } from '../../../../../gateway/engine/plan/threads/within-time.js';
import { intricate, intricateSupergraph } from '../../../../support/intricate.js';

const once = (milliseconds: number) => ({ milliseconds, attempts: 1 });
const LONG = once(60_000);
const NONE: ReadonlySet<string> = new Set();

function forEver(): never {
  for (;;);
}

describe('work within a time', () => {
  test('comes to what it comes to', () => {
    expect(withinTime(() => 'done', LONG)).toBe('done');
  });

  test('fails as it fails', () => {
    const failure = new Error('no');

    expect(() =>
      withinTime(() => {
        throw failure;
      }, LONG),
    ).toThrow(failure);
  });

  test('is cut off when the time is over, whatever it catches', () => {
    const stubborn = (): void => {
      try {
        forEver();
      } catch {
        forEver();
      } finally {
        forEver();
      }
    };

    expect(() => withinTime(stubborn, once(10))).toThrow(CutOffError);
    expect(withinTime(() => 'done', LONG)).toBe('done');
  });

  test('is begun again with twice the time where it waited for more than it worked', () => {
    let begun = 0;
    const idle = new Int32Array(new SharedArrayBuffer(4));
    const waits = (): string => {
      begun += 1;
      if (begun === 3) return 'done';
      for (;;) Atomics.wait(idle, 0, 0, 5);
    };

    expect(withinTime(waits, { milliseconds: 20, attempts: 3 })).toBe('done');
    expect(begun).toBe(3);
  });

  test('leaves a planner in order, wherever it is cut off', () => {
    const document = parse(intricateSupergraph());
    const [used, fresh] = [apolloPlanner(document), apolloPlanner(document)];
    const hard = parse(intricate(8), { noLocation: true });
    const easy = parse(intricate(1), { noLocation: true });

    for (const time of [1, 5, 15, 30, 60, 120]) {
      expect(() => withinTime(() => used.plan(hard, NONE), once(time))).toThrow(CutOffError);
      expect(used.plan(easy, NONE)).toEqual(fresh.plan(easy, NONE));
    }
  });
});
