import { afterEach, expect, jest, test } from '@jest/globals';
import type { Outcome } from '../../../../gateway/reach/breaker.js';
import { Start } from '../../../../gateway/reach/streams/start.js';
import { circuitOf } from './a-subgraph.js';

afterEach(() => {
  jest.restoreAllMocks();
});

test.each([
  ['is its fault', 'fault', 'open'],
  ['tells nothing where it may begin with the first event', 'unknown', 'closed'],
] as const)('a long silence of a subgraph that clients leave for %s', (_, silence: Outcome, state) => {
  const breaker = circuitOf({ SUBGRAPH_BREAKER_MINIMUM: 2, SUBGRAPH_BREAKER_OPEN_MS: 60_000 });
  const now = performance.now();
  const starts = [0, 1].map(() => new Start(breaker, undefined, silence));

  jest.spyOn(performance, 'now').mockReturnValue(now + 2_000);
  for (const start of starts) start.left();

  expect(breaker.state).toBe(state);
});
