import { describe, expect, test } from '@jest/globals';
import { Breaker, type CircuitState, type Outcome } from '../../../gateway/reach/breaker.js';
import { Tally } from '../../../gateway/reach/tally.js';

/** A breaker that opens when half of at least 4 requests within a second fail, with a clock that a test turns. */
function aBreaker() {
  const clock = { now: 5_000 };
  const changes: CircuitState[] = [];
  const tally = new Tally(1_000, () => clock.now);
  const breaker = new Breaker({
    tally,
    now: () => clock.now,
    share: 50,
    minimum: 4,
    openFor: 500,
    onChange: (state) => void changes.push(state),
  });
  const see = (...outcomes: readonly Outcome[]): void => {
    for (const outcome of outcomes) breaker.leave(breaker.enter(), outcome);
  };
  return { breaker, clock, changes, see };
}

/** One that has just opened. */
function anOpenBreaker() {
  const made = aBreaker();
  made.see('fault', 'fault', 'fault', 'fault');
  return made;
}

describe('a circuit', () => {
  test('opens when so large a share of enough requests fails', () => {
    const { breaker, changes, see } = aBreaker();

    see('well', 'well', 'fault');
    expect(breaker.state).toBe('closed');
    see('fault');

    expect([breaker.state, changes]).toEqual(['open', ['open']]);
  });

  test('stays closed when a smaller share fails', () => {
    const { breaker, see } = aBreaker();

    see('well', 'well', 'well', 'fault', 'well', 'fault');

    expect(breaker.state).toBe('closed');
  });

  test('does not count what clients gave up', () => {
    const { breaker, see } = aBreaker();

    see('unknown', 'unknown', 'unknown', 'unknown', 'fault');

    expect(breaker.state).toBe('closed');
  });

  test('forgets what is longer ago than its window', () => {
    const { breaker, clock, see } = aBreaker();

    see('fault', 'fault', 'fault');
    clock.now += 1_100;
    see('fault');

    expect(breaker.state).toBe('closed');
  });

  test('lets nothing through while it is open, and tells for how long', () => {
    const { breaker, clock } = anOpenBreaker();
    clock.now += 200;

    expect(() => breaker.enter()).toThrow(
      expect.objectContaining({ reason: 'circuit-open', retryAfter: 300 }),
    );
  });

  test('then lets one request at a time try', () => {
    const { breaker, clock } = anOpenBreaker();
    clock.now += 500;

    const probe = breaker.enter();

    expect(breaker.state).toBe('half-open');
    expect(() => breaker.enter()).toThrow(expect.objectContaining({ reason: 'circuit-open' }));
    breaker.leave(probe, 'well');
    expect(() => breaker.enter()).not.toThrow();
  });

  test('closes after three that went well, and counts anew', () => {
    const { breaker, clock, changes, see } = anOpenBreaker();
    clock.now += 500;

    see('well', 'well', 'well', 'fault', 'fault', 'fault');

    expect([breaker.state, changes]).toEqual(['closed', ['open', 'half-open', 'closed']]);
  });

  test('opens again when one of them fails', () => {
    const { breaker, clock, see } = anOpenBreaker();
    clock.now += 500;

    see('well', 'well', 'fault');

    expect(breaker.state).toBe('open');
    expect(() => breaker.enter()).toThrow(expect.objectContaining({ retryAfter: 500 }));
  });

  test('lets another try when a client gave one up', () => {
    const { breaker, clock, see } = anOpenBreaker();
    clock.now += 500;

    see('unknown');

    expect(breaker.state).toBe('half-open');
    expect(() => breaker.enter()).not.toThrow();
  });

  test('is not told anything by requests from before it opened', () => {
    const { breaker, clock, see } = aBreaker();
    const early = breaker.enter();
    see('fault', 'fault', 'fault', 'fault');
    clock.now += 500;
    breaker.enter();

    breaker.leave(early, 'fault');

    expect(breaker.state).toBe('half-open');
  });
});
