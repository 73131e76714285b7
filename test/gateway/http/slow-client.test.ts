import { describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { HTTP_DEFAULTS } from '../../../schema/contract/serve.js';
import { hub } from './send.js';

describe('a slow client', () => {
  test('that does not read its answer is cut off', async () => {
    const page = { status: 200, headers: {}, body: Buffer.alloc(50_000_000) };
    const explorer = { respond: () => page };
    const { url } = await hub({ explorer, http: { ...HTTP_DEFAULTS, HTTP_ANSWER_TIMEOUT_MS: 200 } });
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const cut = new Promise((resolve) => {
      socket.once('close', resolve).on('error', () => undefined);
    });
    let size = 0;

    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    socket.on('data', (part) => {
      size += part.length;
      socket.pause();
      setTimeout(() => socket.resume(), 10);
    });
    await cut;

    expect(size).toBeLessThan(50_000_000);
  });

  test('that does not finish its headers is cut off', async () => {
    const { url } = await hub({ http: { ...HTTP_DEFAULTS, HTTP_HEADERS_TIMEOUT_MS: 200 } });
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);

    socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n');
    const answer = await text(socket);

    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });
});
