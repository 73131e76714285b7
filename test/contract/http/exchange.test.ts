import { expect, test } from '@jest/globals';
import { exchange, type Desk } from '../../../schema/contract/http/exchange.js';
import { HTTP_DEFAULTS } from '../../../schema/contract/serve.js';
import type { Logger } from '../../../schema/contract/log.js';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A log that gives its first line to whoever waits for it. */
function listening() {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  return { line: promise, log: { info: resolve } as unknown as Logger };
}

test('a request whose client left before the answer stands in the log as 499', async () => {
  const { line, log } = listening();
  const desk: Desk = {
    site: {
      graphql: async ({ origin: { signal } }) => {
        client.destroy();
        await once(signal, 'abort');
        return { status: 200, headers: {}, body: '{}' };
      },
      isReady: async () => true,
      routes: [],
      readyTimeout: 1_000,
      onFailure: () => undefined,
    },
    settings: HTTP_DEFAULTS,
    log,
    running: new Set(),
    isStopping: () => false,
  };
  const server = createServer((incoming, response) => {
    void exchange(desk, { request: incoming, response });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const client = request({ port, path: '/graphql', method: 'POST' }).on('error', () => undefined);
  client.end('{}');

  expect(await line).toMatchObject({ path: '/graphql', status: 499 });
  server.close();
});
