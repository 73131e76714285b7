import { describe, expect, test } from '@jest/globals';
import type { EngineRequest } from '../../../gateway/engine/engine.js';
import type { Operation } from '../../../gateway/engine/operation.js';
import { SharedRuns } from '../../../gateway/engine/shared-runs.js';
import { ANONYMOUS, callerWith } from '../../../schema/contract/caller.js';

const QUERY = { kind: 'query' } as Operation;
const DONE = { data: '{}', errors: [] };

function wanted(changes: Partial<EngineRequest> = {}, operation = QUERY) {
  const request = { caller: ANONYMOUS, variables: {}, signal: new AbortController().signal, ...changes };
  return { operation, request: request as EngineRequest };
}

/** Runs that end when the test says so. */
function slowRuns() {
  const { promise, resolve } = Promise.withResolvers<typeof DONE>();
  const closes: (() => void)[] = [];
  const run = (_: AbortSignal, close: () => void = () => undefined) => {
    closes.push(close);
    return promise;
  };
  return { run, closes, end: () => resolve(DONE) };
}

describe('equal operations of one caller', () => {
  test('are run once, and each gets the outcome', async () => {
    const runs = new SharedRuns(true);
    const { run, closes, end } = slowRuns();

    const outcomes = [runs.run(wanted(), run), runs.run(wanted(), run)];
    end();

    expect(await Promise.all(outcomes)).toEqual([DONE, DONE]);
    expect(closes).toHaveLength(1);
  });

  test('are run anew once a fetch of the first is over', () => {
    const runs = new SharedRuns(true);
    const { run, closes } = slowRuns();

    void runs.run(wanted(), run);
    closes[0]?.();
    void runs.run(wanted(), run);

    expect(closes).toHaveLength(2);
  });

  test.each([
    ['of another caller', wanted({ caller: callerWith({ sub: 'a' }) })],
    ['with other variables', wanted({ variables: { a: 1 } })],
    ['of another document', wanted({}, { kind: 'query' } as Operation)],
    ['that changes something', wanted({}, { kind: 'mutation' } as Operation)],
  ])('are not one with an operation %s', (_, other) => {
    const runs = new SharedRuns(true);
    const { run, closes } = slowRuns();

    void runs.run(wanted(), run);
    void runs.run(other, run);

    expect(closes).toHaveLength(2);
  });

  test('are each run where fetches are not shared', () => {
    const runs = new SharedRuns(false);
    const { run, closes } = slowRuns();

    void runs.run(wanted(), run);
    void runs.run(wanted(), run);

    expect(closes).toHaveLength(2);
  });
});
