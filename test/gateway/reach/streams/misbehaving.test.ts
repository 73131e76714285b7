import { describe, expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { EventParser, type SentEvent } from '../../../../gateway/reach/streams/event-parser.js';
import type { ReachSettings } from '../../../../gateway/reach/settings.js';
import { eventSubgraph, socketSubgraph, streamsTo, taking } from './a-subgraph.js';

const BY_EVENTS: Partial<ReachSettings> = {
  SUBGRAPH_STREAMS: new Map([['police', { protocol: 'sse' }]]),
};
const TICK = { id: '1', type: 'next', payload: { data: { tick: 1 } } };

describe('a subgraph that does not keep to graphql-transport-ws has failed', () => {
  test.each([
    ['takes the connection twice', [{ type: 'connection_ack' }, { type: 'connection_ack' }]],
    ['tells of events before it takes the connection', [TICK]],
    ['ends what was not begun', [{ id: '1', type: 'complete' }]],
  ])('when it %s', async (_, messages) => {
    const url = await socketSubgraph((talk) => {
      for (const message of messages) talk.say(message);
    });

    await expect(taking(streamsTo(url)).next()).rejects.toMatchObject({ code: 'SUBGRAPH_FAILED' });
  });

  test('but not when it tells of what is not asked', async () => {
    const url = await socketSubgraph(async (talk) => {
      await talk.begun();
      talk.say({ ...TICK, id: '2' });
      talk.say(TICK);
    });

    expect(await taking(streamsTo(url)).next()).toMatchObject({ value: { data: { tick: 1 } } });
  });
});

describe('a subgraph that does not keep to server-sent events', () => {
  test('is given up when it drips an answer that is no stream', async () => {
    const url = await eventSubgraph((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 10);
      response.once('close', () => clearInterval(drip));
    });

    const answer = taking(streamsTo(url, { ...BY_EVENTS, SUBGRAPH_TIMEOUT_MS: 100 })).next();

    await expect(answer).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });

  test.each([
    [
      'compresses them',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' });
        response.write('x');
      },
    ],
    [
      'answers with a page',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.write('<p>');
      },
    ],
  ])('has failed when it %s, also while it goes on', async (_, answer) => {
    const url = await eventSubgraph((__, response) => answer(response));

    await expect(taking(streamsTo(url, BY_EVENTS)).next()).rejects.toMatchObject({ code: 'SUBGRAPH_FAILED' });
  });

  test('is heard when it says before its answer that there will be one', async () => {
    const url = await eventSubgraph((_, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: next\ndata: {"data":{"tick":1}}\n\n');
    });

    expect(await taking(streamsTo(url, BY_EVENTS)).next()).toMatchObject({ value: { data: { tick: 1 } } });
  });
});

test.each(['ws://169.254.169.254/graphql', 'http://[fe80::1]/graphql'])(
  'a subgraph is not subscribed to at an address where none may be: %s',
  (url) => {
    const protocol = url.startsWith('ws') ? 'graphql-transport-ws' : 'sse';
    const settings = { SUBGRAPH_STREAMS: new Map([['police', { protocol, url } as const]]) };

    expect(() => streamsTo('http://police.invalid/', settings)).toThrow(
      expect.objectContaining({ code: 'INVALID_SETTING' }),
    );
  },
);

test('a long event in very many pieces is not looked through again with each of them', () => {
  const size = 400_000;
  const parser = new EventParser(size * 2);
  const piece = Buffer.from('xx');
  const began = performance.now();

  const events: SentEvent[] = [];
  const take = (piece: Buffer): void => parser.take(piece, (event) => void events.push(event));
  take(Buffer.from('data: '));
  for (let n = 0; n < size / 2; n += 1) take(piece);
  take(Buffer.from('\r\n\r\n\r\n'));

  expect(events).toEqual([{ name: '', data: 'x'.repeat(size) }]);
  expect(performance.now() - began).toBeLessThan(5_000);
});
