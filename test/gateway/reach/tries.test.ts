import { describe, expect, test } from '@jest/globals';
import { FetchFailure, type FailureReason } from '../../../gateway/reach/fetch-failure.js';
import { Leaving } from '../../../gateway/reach/leaving.js';
import { Tally } from '../../../gateway/reach/tally.js';
import { Tries } from '../../../gateway/reach/tries.js';

const NEVER = new AbortController().signal;
const patience = (milliseconds = 60_000, signal = NEVER) => ({
  leaving: new Leaving(signal),
  deadline: performance.now() + milliseconds,
  now: performance.now(),
});

function someTries({ retries = 2, isWell = true } = {}) {
  const tally = new Tally(10_000, () => 0);
  return { tally, tries: new Tries({ retries, tally, isWell: () => isWell, random: () => 0 }) };
}

/** Fails so often, then answers. */
function failing(times: number, failure: FetchFailure) {
  const attempt = async (): Promise<string> => {
    attempt.made += 1;
    if (attempt.made <= times) throw failure;
    return 'answer';
  };
  attempt.made = 0;
  return attempt;
}

describe('a query that got no answer', () => {
  test.each<FailureReason>(['refused', 'reset', 'down', 'busy'])('is sent again after %s', async (reason) => {
    const attempt = failing(1, new FetchFailure(reason));

    await expect(someTries().tries.run(attempt, patience())).resolves.toBe('answer');
  });

  test.each<FailureReason>([
    'left',
    'closed',
    'overloaded',
    'circuit-open',
    'unreachable',
    'cut',
    'time-out',
    'server-error',
    'redirect',
    'encoded',
    'not-json',
    'not-graphql',
    'not-http',
    'too-large',
  ])('is not sent again after %s', async (reason) => {
    const attempt = failing(1, new FetchFailure(reason));

    await expect(someTries().tries.run(attempt, patience())).rejects.toMatchObject({ reason });
    expect(attempt.made).toBe(1);
  });

  test('is sent again only so often', async () => {
    const attempt = failing(9, new FetchFailure('reset'));

    await expect(someTries({ retries: 2 }).tries.run(attempt, patience())).rejects.toMatchObject({
      reason: 'reset',
    });
    expect(attempt.made).toBe(3);
  });

  test('is not sent again to a subgraph whose circuit is not closed', async () => {
    const attempt = failing(1, new FetchFailure('down'));

    await expect(someTries({ isWell: false }).tries.run(attempt, patience())).rejects.toMatchObject({
      reason: 'down',
    });
    expect(attempt.made).toBe(1);
  });

  test('is not sent again when the server wants more time than there is', async () => {
    const attempt = failing(1, new FetchFailure('busy', { retryAfter: 2_000 }));

    await expect(someTries().tries.run(attempt, patience(1_500))).rejects.toMatchObject({
      retryAfter: 2_000,
    });
    expect(attempt.made).toBe(1);
  });

  test('is not sent again when nobody wants it any more', async () => {
    const leaving = new AbortController();
    const attempt = failing(1, new FetchFailure('busy', { retryAfter: 10_000 }));
    const running = someTries().tries.run(attempt, patience(60_000, leaving.signal));

    leaving.abort();

    await expect(running).rejects.toMatchObject({ reason: 'left' });
    expect(attempt.made).toBe(1);
  });

  test('is one of few that are sent again while many fail', async () => {
    const { tally, tries } = someTries({ retries: 1 });
    let sent = 0;
    const attempt = async (): Promise<never> => {
      sent += 1;
      tally.add('tries');
      throw new FetchFailure('reset');
    };

    await Promise.allSettled(Array.from({ length: 200 }, () => tries.run(attempt, patience())));

    const share = 0.1 * sent;
    expect(sent).toBeGreaterThan(203);
    expect(sent - 200).toBeLessThanOrEqual(3 + share);
  });
});
