import { describe, expect, test } from '@jest/globals';
import { Baseline, figuresIn, writtenFigures } from '../../../gateway/launch/baseline.js';
import { Watch } from '../../../gateway/launch/watch.js';
import { SeenOperation } from '../../../gateway/usage/book.js';

const FAST = new SeenOperation('{ fast }', undefined);
const SLOW = new SeenOperation('{ slow }', undefined);

/** A watch on a clock of its own, after a baseline of quick and slow runs. */
function aWatch() {
  let now = 0;
  const baseline = new Baseline(() => now);
  for (let run = 0; run < 1_000; run += 1) {
    baseline.note(FAST, 5 + (run % 5), run % 100 === 0);
    baseline.note(SLOW, 200 + (run % 50), false);
  }
  const watch = new Watch(
    figuresIn(JSON.parse(JSON.stringify(writtenFigures(baseline.figures())))),
    () => now,
  );
  const second = (runs: number, note: (run: number) => void): void => {
    for (let run = 0; run < runs; run += 1) note(run);
    now += 1_001;
  };
  return { watch, second };
}

describe('a watch', () => {
  test('finds that errors rose by more than two points', () => {
    const { watch, second } = aWatch();
    for (let s = 0; s < 8; s += 1) second(100, (run) => watch.note(FAST, 5, run % 20 === 0));

    expect(watch.regress()?.code).toBe('ERRORS_ROSE');
    expect(watch.measures()).toMatchObject({ runs: 800, failures: 40 });
  });

  test('finds that the slowest of each operation take twice as long', () => {
    const { watch, second } = aWatch();
    for (let s = 0; s < 8; s += 1) second(100, (run) => watch.note(FAST, run % 20 === 0 ? 60 : 5, false));

    expect(watch.regress()?.code).toBe('LATENCY_ROSE');
  });

  test('finds nothing where as much fails and takes as long as before', () => {
    const { watch, second } = aWatch();
    for (let s = 0; s < 30; s += 1) second(100, (run) => watch.note(FAST, 9, run === 0));

    expect(watch.regress()).toBeUndefined();
    expect(watch.lastRegress()).toBeUndefined();
  });

  test('takes another mix of operations for no regress', () => {
    const { watch, second } = aWatch();
    for (let s = 0; s < 20; s += 1) second(100, () => watch.note(SLOW, 230, false));

    expect(watch.regress()).toBeUndefined();
  });

  test('takes a short disturbance for no regress', () => {
    const { watch, second } = aWatch();
    for (let s = 0; s < 20; s += 1)
      second(100, (run) => watch.note(FAST, s === 9 || s === 10 ? 900 : 5, s === 9 && run < 50));

    expect(watch.regress()).toBeUndefined();
  });

  test('finds nothing in too few runs', () => {
    const { watch, second } = aWatch();
    for (let s = 0; s < 4; s += 1) second(20, () => watch.note(FAST, 900, true));

    expect(watch.regress()).toBeUndefined();
  });
});

test('a baseline forgets what is older than five minutes', () => {
  let now = 0;
  const baseline = new Baseline(() => now);
  baseline.note(FAST, 5, true);
  now += 400_000;
  baseline.note(FAST, 5, false);

  expect(baseline.figures().total).toMatchObject({ runs: 1, failures: 0 });
});
