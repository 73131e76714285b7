import { afterEach, expect, test } from '@jest/globals';
import { exchange, type Desk } from '../../../schema/contract/http/exchange.js';
import { HTTP_DEFAULTS } from '../../../schema/contract/serve.js';
import type { Logger } from '../../../schema/contract/log.js';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A log that gives its first line to whoever waits for it. */
function listening() {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  return { line: promise, log: { info: resolve } as unknown as Logger };
}

function deskThat(graphql: Desk['site']['graphql'], log: Logger): Desk {
  return {
    site: {
      graphql,
      isReady: async () => true,
      routes: [],
      readyTimeout: 1_000,
      onFailure: () => undefined,
    },
    settings: HTTP_DEFAULTS,
    log,
    requestLog: log,
    running: new Set(),
    isStopping: () => false,
  };
}

/** A server of one desk; it is closed with the test. */
async function served(desk: Desk): Promise<number> {
  const server = createServer((incoming, response) => {
    void exchange(desk, { request: incoming, response });
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

test('a request whose client left before the answer stands in the log as 499', async () => {
  const { line, log } = listening();
  const desk = deskThat(async ({ origin: { signal } }) => {
    client.destroy();
    await once(signal, 'abort');
    return { status: 200, headers: {}, body: '{}' };
  }, log);
  const port = await served(desk);

  const client = request({ port, path: '/graphql', method: 'POST' }).on('error', () => undefined);
  client.end('{}');

  expect(await line).toMatchObject({ path: '/graphql', status: 499 });
});

test.each([
  '{"a":1}',
  '{"tên":"Đồng Nai"}',
  '{"é":"ÿ"}',
  `"${'ữ'.repeat(70_000)}"`,
  `"${'u'.repeat(70_000)}"`,
  '',
])('an answer arrives byte for byte, whatever its letters: %.12s', async (body) => {
  const port = await served(deskThat(async () => ({ status: 200, headers: {}, body }), listening().log));

  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', body: '{}' });

  expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(body)));
  expect(await answer.text()).toBe(body);
});

test('an answer of bytes arrives as it is', async () => {
  const bytes = Buffer.from([0, 200, 255, 13, 10]);
  const port = await served(
    deskThat(async () => ({ status: 200, headers: {}, body: bytes }), listening().log),
  );

  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', body: '{}' });

  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
});
