import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { MAX_EVENTS, NO_EVENTS, withEvent } from '../../../gateway/explorer/app/run/events.js';
import { boundaryIn, partsIn } from '../../../gateway/explorer/app/run/multipart.js';
import { Runs } from '../../../gateway/explorer/app/run/runs.js';
import { asError, problemIn } from '../../../gateway/explorer/app/run/trouble.js';
import { STREAM_FORMATS } from '../../../schema/contract/http/streams/format.js';

const HEAD = { status: 200, requestId: 'from-the-header', retryAfter: null };

describe('a multipart answer', () => {
  test.each(['multipart-subscription', 'multipart-defer'] as const)(
    'is read as the hub writes %s, wherever it is cut on its way',
    async (name) => {
      const { begin, answer, end, contentType } = STREAM_FORMATS[name];
      const written = [begin, answer('{"a":"--graphql ---"}'), answer('{"b":2}'), end].join('');
      const whole = await allOf(partsIn(chunksOf(written), boundaryIn(contentType) ?? ''));

      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 9 }), async (size) => {
          expect(await allOf(partsIn(chunksOf(written, size), boundaryIn(contentType) ?? ''))).toEqual(whole);
        }),
        { numRuns: 9 },
      );

      expect(whole).toEqual([
        expect.stringContaining('"a":"--graphql ---"'),
        expect.stringContaining('"b":2'),
      ]);
    },
  );

  test('that ends before its last boundary is cut off, after what has come', async () => {
    const { begin, answer } = STREAM_FORMATS['multipart-defer'];
    const parts = partsIn(chunksOf(`${begin}${answer('{"a":1}')}`), '-');

    expect((await parts.next()).value).toBe('{"a":1}');
    await expect(parts.next()).rejects.toMatchObject({ kind: 'cut' });
  });

  test.each([['application/json'], ['text/event-stream; boundary=x'], ['multipart/mixed']])(
    'is nothing that calls itself %s',
    (contentType) => {
      expect(boundaryIn(contentType)).toBeNull();
    },
  );
});

describe('the events that a page keeps', () => {
  const at = new Date(0);

  test('are the newest ones, counted from the first that came', () => {
    const all = Array.from({ length: MAX_EVENTS + 5 }, (_, index) => ({ data: { index } }));

    const kept = all.reduce((held, answer) => withEvent(held, answer, at), NO_EVENTS);

    expect(kept.count).toBe(MAX_EVENTS + 5);
    expect(kept.list).toHaveLength(MAX_EVENTS);
    expect(kept.list[0]).toMatchObject({ number: 6, at });
  });

  test('are cut where they are long, and say so', () => {
    const [event] = withEvent(NO_EVENTS, { data: { text: 'x'.repeat(100_000) } }, at).list;

    expect(event?.isCut).toBe(true);
    expect(event?.json.length).toBeLessThan(30_000);
  });
});

test('a run that is stopped keeps nothing of what waits for it', async () => {
  const runs = new Runs();
  const waiting = new WeakRef(runs.start({ query: '{ a }', body: '', headers: { 'never sent': 1 } }));
  runs.stop();

  await setImmediate();
  collectGarbage();

  expect(waiting.deref()).toBeUndefined();
});

describe('what is told of an answer', () => {
  test('is nothing where it has no error', () => {
    expect(problemIn({ data: null }, HEAD)).toBeNull();
  });

  test("is the graph's own words, and the id of the request that they name", () => {
    const extensions = { messageVi: 'Sai.', requestId: 'from-the-error' };

    expect(problemIn({ errors: [{ message: 'Wrong.', extensions }] }, HEAD)).toEqual({
      text: { vi: 'Sai.', en: 'Wrong.' },
      requestId: 'from-the-error',
    });
  });

  test.each([401, 403, 413, 429, 500, 502, 503, 504, 418])(
    'of status %i has words of its own in both languages, whoever refuses',
    (status) => {
      const problem = problemIn({}, { ...HEAD, status, retryAfter: 7 });

      expect(problem?.text.vi).toMatch(new RegExp(`${status}.*sau 7 giây`));
      expect(problem?.text.en).toMatch(new RegExp(`${status}.*in 7 seconds`));
      expect(problem?.requestId).toBe('from-the-header');
    },
  );

  test('can be shown where answers are, in the form of their errors', () => {
    const problem = { text: { vi: 'Sai.', en: 'Wrong.' }, requestId: 'id' };

    expect(asError(problem)).toEqual({
      message: 'Wrong.',
      extensions: { messageVi: 'Sai.', requestId: 'id' },
    });
  });
});

/** Has everything forgotten that nothing holds any more. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

async function* chunksOf(text: string, size = text.length): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function allOf(parts: AsyncIterable<string>): Promise<string[]> {
  const found = [];
  for await (const part of parts) found.push(part);
  return found;
}
