import { describe, expect, test } from '@jest/globals';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { all, eventSubgraph, open, streamsTo, subscription, taking } from './a-subgraph.js';
import type { StreamReachSettings } from '../../../../gateway/reach/streams/settings.js';

const BY_EVENTS: Pick<StreamReachSettings, 'SUBGRAPH_STREAMS'> = {
  SUBGRAPH_STREAMS: new Map([['police', { protocol: 'sse' }]]),
};

function beginEvents(response: ServerResponse): ServerResponse {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  return response;
}

function tick(n: number): string {
  return `event: next\ndata: {"data":{"tick":${n}}}\n\n`;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks = await all(request as AsyncIterable<Buffer>);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

describe('a subscription by server-sent events', () => {
  test('asks with the token of the caller and the id of the request', async () => {
    const asked = open<readonly [IncomingMessage, unknown]>();
    const url = await eventSubgraph(async (request, response) => {
      asked.resolve([request, await bodyOf(request)]);
      beginEvents(response).end(`${tick(1)}event: complete\ndata: \n\n`);
    });

    const answers = await all(streamsTo(url, BY_EVENTS).subscribe(subscription()));
    const [{ method, headers }, body] = await asked.promise;

    expect(method).toBe('POST');
    expect(headers).toMatchObject({
      accept: 'text/event-stream',
      authorization: expect.stringMatching(/^Bearer [\w-]+\./),
      'x-request-id': 'request-1',
    });
    expect(body).toEqual({ query: 'subscription { tick }', variables: {} });
    expect(answers).toEqual([{ data: { tick: 1 } }]);
  });

  test('comments and pieces of any length make no difference', async () => {
    const text = `:\r\n\r\n${tick(1).replaceAll('\n', '\r\n')}: still here\n\n${tick(2)}event: complete\n\n`;
    const url = await eventSubgraph((_, response) => {
      beginEvents(response);
      const pieces = text.split('').values();
      const write = (): void => {
        const { value, done } = pieces.next();
        if (done) response.end();
        else response.write(value, () => setImmediate(write));
      };
      write();
    });

    const answers = await all(streamsTo(url, BY_EVENTS).subscribe(subscription()));

    expect(answers).toEqual([{ data: { tick: 1 } }, { data: { tick: 2 } }]);
  });

  test('the connection is closed at once when nobody wants the events any more', async () => {
    const left = open<void>();
    const control = new AbortController();
    const url = await eventSubgraph((_, response) => {
      response.once('close', () => left.resolve());
      beginEvents(response).write(tick(1));
    });

    const answers = taking(streamsTo(url, BY_EVENTS), subscription(control.signal));
    await answers.next();
    const second = answers.next();
    control.abort();

    expect(await second).toEqual({ done: true, value: undefined });
    await left.promise;
  });

  test.each([
    ['breaks off', (response: ServerResponse) => response.socket?.destroy()],
    ['ends without an end', (response: ServerResponse) => response.end()],
  ])('a subgraph that %s is told', async (_, finish) => {
    const url = await eventSubgraph((__, response) => {
      beginEvents(response).write(tick(1), () => finish(response));
    });

    const answers = taking(streamsTo(url, BY_EVENTS));

    expect(await answers.next()).toMatchObject({ value: { data: { tick: 1 } } });
    await expect(answers.next()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });

  test('a subgraph that is silent for too long is given up', async () => {
    const url = await eventSubgraph((_, response) => void beginEvents(response));

    const answer = taking(streamsTo(url, { ...BY_EVENTS, SUBGRAPH_STREAM_SILENCE_MS: 50 })).next();

    await expect(answer).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });

  test('what the subgraph refuses is an answer with errors, and the end', async () => {
    const url = await eventSubgraph((_, response) => {
      response
        .writeHead(400, { 'content-type': 'application/graphql-response+json' })
        .end('{"errors":[{"message":"no"}]}');
    });

    const answers = await all(streamsTo(url, BY_EVENTS).subscribe(subscription()));

    expect(answers).toMatchObject([{ errors: [{ message: 'no' }] }]);
  });

  test.each([
    ['an event that is too large', `data: ${'x'.repeat(2_000)}\n\n`],
    ['a line without end', 'x'.repeat(2_000)],
    ['an event that is no answer', 'event: next\ndata: 7\n\n'],
  ])('a subgraph that sends %s has failed', async (_, text) => {
    const url = await eventSubgraph((__, response) => void beginEvents(response).write(text));

    const answer = taking(streamsTo(url, { ...BY_EVENTS, SUBGRAPH_EVENT_LIMIT_BYTES: 1_024 })).next();

    await expect(answer).rejects.toMatchObject({ code: 'SUBGRAPH_FAILED' });
  });

  test('what is complete before an event that is too large still comes', async () => {
    const text = `${tick(1)}data: ${'x'.repeat(2_000)}\n\n`;
    const url = await eventSubgraph((_, response) => void beginEvents(response).write(text));

    const answers = taking(streamsTo(url, { ...BY_EVENTS, SUBGRAPH_EVENT_LIMIT_BYTES: 1_024 }));

    expect(await answers.next()).toMatchObject({ value: { data: { tick: 1 } } });
    await expect(answers.next()).rejects.toMatchObject({ code: 'SUBGRAPH_FAILED' });
  });

  test('an event whose lines end in carriage returns comes at once', async () => {
    const url = await eventSubgraph((_, response) => {
      beginEvents(response).write(tick(1).replaceAll('\n', '\r'));
    });

    const answer = await taking(streamsTo(url, BY_EVENTS)).next();

    expect(answer).toMatchObject({ value: { data: { tick: 1 } } });
  });

  test('a redirect is not followed', async () => {
    const url = await eventSubgraph((_, response) => {
      response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end();
    });

    await expect(taking(streamsTo(url, BY_EVENTS)).next()).rejects.toMatchObject({ code: 'SUBGRAPH_FAILED' });
  });

  test('what nobody takes is not read, and nothing of it is lost', async () => {
    const count = 2_000;
    const held = open<number>();
    const url = await eventSubgraph((_, response) => {
      beginEvents(response);
      const filler = `: ${'x'.repeat(10_000)}\n`;
      for (let n = 0; n < count; n += 1) response.write(filler + tick(n));
      response.end('event: complete\n\n');
      held.resolve(response.writableLength);
    });

    const answers = taking(streamsTo(url, { ...BY_EVENTS, SUBGRAPH_EVENT_QUEUE: 4 }));
    const ticks: unknown[] = [];
    for (let next = await answers.next(); !next.done; next = await answers.next())
      ticks.push(next.value.data?.['tick']);

    expect(await held.promise).toBeGreaterThan(1_000_000);
    expect(ticks).toEqual(Array.from({ length: count }, (__, n) => n));
  });
});
