import { afterEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { STREAM_FORMATS } from '../../../../schema/contract/http/streams/format.js';
import { writeStream, type StreamedBody } from '../../../../schema/contract/http/streams/write-stream.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers with one stream; `written` is settled when the stream is written. */
async function streaming(answers: AsyncIterable<string>, changes: Partial<StreamedBody> = {}) {
  const written = Promise.withResolvers<ServerResponse>();
  const server = createServer((_, response) => {
    const body: StreamedBody = {
      format: STREAM_FORMATS.events,
      answers,
      heartbeatMs: 60_000,
      stallMs: 60_000,
      lastWords: (reason) => [{ message: String(reason) }],
      stalled: () => 'SLOW',
      ...changes,
    };
    void writeStream(response, body).then(() => written.resolve(response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, written: written.promise };
}

async function responseOf(port: number): Promise<IncomingMessage> {
  const request = get({ port, host: '127.0.0.1' });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

async function textOf(port: number): Promise<string> {
  let text = '';
  for await (const chunk of (await responseOf(port)).setEncoding('utf8')) text += String(chunk);
  return text;
}

async function* two(): AsyncGenerator<string> {
  yield '{"data":{"tick":1}}\n';
  yield '{"data":{"tick":2}}';
}

async function* failing(): AsyncGenerator<string> {
  yield '{"data":{"tick":1}}';
  throw new Error('over');
}

describe('a stream of answers', () => {
  test('as server-sent events', async () => {
    const { port } = await streaming(two());

    expect(await textOf(port)).toBe(
      ':\n\nevent: next\ndata: {"data":{"tick":1}}\n\nevent: next\ndata: {"data":{"tick":2}}\n\nevent: complete\ndata:\n\n',
    );
  });

  test('as the parts of a subscription, each followed by the boundary', async () => {
    const { port } = await streaming(two(), { format: STREAM_FORMATS['multipart-subscription'] });
    const head = '\r\ncontent-type: application/json; charset=utf-8\r\n\r\n';

    expect(await textOf(port)).toBe(
      `\r\n--graphql${head}{"payload":{"data":{"tick":1}}}\r\n--graphql${head}{"payload":{"data":{"tick":2}}}\r\n--graphql--\r\n`,
    );
  });

  test.each([
    ['events', 'event: next\ndata: {"errors":[{"message":"Error: over"}]}\n\nevent: complete\ndata:\n\n'],
    ['multipart-subscription', '{"payload":null,"errors":[{"message":"Error: over"}]}\r\n--graphql--\r\n'],
    ['multipart-defer', '{"errors":[{"message":"Error: over"}],"hasNext":false}\r\n-----\r\n'],
  ] as const)('that breaks off says why, in %s', async (name, end) => {
    const { port } = await streaming(failing(), { format: STREAM_FORMATS[name] });

    const text = await textOf(port);

    expect(text.slice(-end.length)).toBe(end);
  });

  test('says that it is still there while there is nothing to say', async () => {
    const last = Promise.withResolvers<string>();
    async function* late(): AsyncGenerator<string> {
      yield await last.promise;
    }
    const { port } = await streaming(late(), {
      format: STREAM_FORMATS['multipart-subscription'],
      heartbeatMs: 50,
    });

    const response = (await responseOf(port)).setEncoding('utf8');
    let text = '';
    for await (const chunk of response) {
      text += String(chunk);
      if (text.includes('\r\n\r\n{}\r\n--graphql')) last.resolve('{"data":{}}');
    }

    expect(text).toContain('{"payload":{"data":{}}}');
  });

  test('makes no more answers than a slow client takes, and loses none', async () => {
    let made = 0;
    async function* many(): AsyncGenerator<string> {
      for (; made < 500; made += 1) yield JSON.stringify({ n: made, filler: 'x'.repeat(100_000) });
    }
    const { port } = await streaming(many());

    const response = await responseOf(port);
    await once(response, 'readable');
    const madeFirst = made;
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += String(chunk);

    expect(madeFirst).toBeLessThan(200);
    expect(text.match(/event: next/g)).toHaveLength(500);
  });

  test('ends when its client does not read for too long', async () => {
    async function* endless(): AsyncGenerator<string> {
      for (;;) yield 'x'.repeat(100_000);
    }
    const { port, written } = await streaming(endless(), { stallMs: 50 });

    const response = await responseOf(port);
    const ended = await written;

    expect(ended.writableEnded).toBe(true);
    response.destroy();
  });

  test('ends its source when the client vanishes', async () => {
    const left = Promise.withResolvers<void>();
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) yield 'x'.repeat(100_000);
      } finally {
        left.resolve();
      }
    }
    const { port } = await streaming(endless());

    const response = await responseOf(port);
    response.destroy();

    await left.promise;
  });
});
