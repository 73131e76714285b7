import { describe, expect, test } from '@jest/globals';
import { makeExecutable } from './executable.js';
import { all, open, SILENT, subscription, taking } from './a-subgraph.js';
import { REACH_DEFAULTS, type ReachSettings } from '../../../../gateway/reach/settings.js';
import { streamsInProcess } from '../../../../gateway/reach/streams/in-process.js';
import type { Streams } from '../../../../gateway/reach/streams/streams.js';
import type { FetchOrigin } from '../../../../schema/contract/subgraph.js';

interface Changes {
  readonly resolve?: (event: unknown, context: { readonly n: number }) => unknown;
  readonly settings?: Partial<ReachSettings>;
  readonly onContext?: (origin: FetchOrigin) => void;
}

function streamsOf(source: () => AsyncIterable<unknown>, changes: Changes = {}): Streams {
  const { resolve = (event) => event, settings, onContext } = changes;
  let contexts = 0;
  const subgraph = {
    name: 'police',
    sdl: '',
    schema: makeExecutable({ subscribe: source, resolve }),
    contextFor(origin: FetchOrigin) {
      onContext?.(origin);
      contexts += 1;
      return { n: contexts };
    },
    isReady: async () => true,
    close: async () => undefined,
  };
  return streamsInProcess(subgraph, {
    log: SILENT,
    settings: { ...REACH_DEFAULTS, ...settings },
  });
}

async function* counting(): AsyncGenerator<number> {
  yield 1;
  yield 2;
}

describe('a subscription within the process', () => {
  test('gives one answer for each event', async () => {
    const answers = await all(streamsOf(counting).subscribe(subscription()));

    expect(answers).toEqual([{ data: { tick: 1 } }, { data: { tick: 2 } }]);
  });

  test('each event has a context of its own', async () => {
    const resolve: Changes['resolve'] = (_, { n }) => n;

    const answers = await all(streamsOf(counting, { resolve }).subscribe(subscription()));

    expect(answers).toEqual([{ data: { tick: 2 } }, { data: { tick: 3 } }]);
  });

  test('an event that fails is one answer with errors, and the next one comes', async () => {
    const resolve: Changes['resolve'] = (event) => {
      if (event === 1) throw new Error('secret');
      return event;
    };

    const answers = await all(streamsOf(counting, { resolve }).subscribe(subscription()));

    expect(answers).toMatchObject([
      { data: { tick: null }, errors: [{ extensions: { code: 'INTERNAL' } }] },
      { data: { tick: 2 } },
    ]);
    expect(JSON.stringify(answers)).not.toContain('secret');
  });

  test('who leaves is not held up by an event that does not come, and the source ends', async () => {
    const ended = open<void>();
    const silent = {
      [Symbol.asyncIterator]: () => ({
        next: () => open<IteratorResult<number>>().promise,
        return: async () => {
          ended.resolve();
          return { done: true, value: undefined } as const;
        },
      }),
    };
    const control = new AbortController();

    const answer = taking(
      streamsOf(() => silent),
      subscription(control.signal),
    ).next();
    setImmediate(() => control.abort());

    expect(await answer).toEqual({ done: true, value: undefined });
    await ended.promise;
  });

  test('an event that takes too long ends the subscription', async () => {
    const resolve: Changes['resolve'] = () => open().promise;
    const streams = streamsOf(counting, { resolve, settings: { SUBGRAPH_TIMEOUT_MS: 50 } });

    await expect(taking(streams).next()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });

  test('a source that fails ends the subscription, and its words stay within', async () => {
    async function* failing(): AsyncGenerator<number> {
      yield 1;
      throw new Error('secret');
    }
    const answers = taking(streamsOf(failing));
    await answers.next();

    const error = await answers.next().catch((reason: unknown) => reason);

    expect(error).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  test('what does not fit the schema is an answer with errors, and the end', async () => {
    const fetch = { ...subscription(), query: 'subscription { tock }' };

    const answers = await all(streamsOf(counting).subscribe(fetch));

    expect(answers).toMatchObject([{ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }]);
  });

  test('the close of all ends each', async () => {
    const streams = streamsOf(async function* never() {
      yield await open<number>().promise;
    });

    const answer = taking(streams).next();
    await streams.close();

    expect(await answer).toEqual({ done: true, value: undefined });
  });

  test.each([
    ['leaves', {}, 1],
    ['waited too long', { SUBGRAPH_TIMEOUT_MS: 50 }, 60_000],
  ])('what opens after who subscribed %s is ended at once', async (_, settings, leaveAfter) => {
    const opened = open<AsyncIterable<number>>();
    const ended = open<void>();
    const control = new AbortController();
    const late = (): AsyncIterable<number> => opened.promise as unknown as AsyncIterable<number>;
    const answer = taking(streamsOf(late, { settings }), subscription(control.signal)).next();
    if (leaveAfter === 1) control.abort();
    await answer.catch(() => undefined);

    opened.resolve({
      [Symbol.asyncIterator]: () => ({
        next: () => open<IteratorResult<number>>().promise,
        return: async () => {
          ended.resolve();
          return { done: true, value: undefined } as const;
        },
      }),
    });

    await ended.promise;
  });
});
