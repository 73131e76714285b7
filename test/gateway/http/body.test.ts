import { describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { HTTP_DEFAULTS } from '../../../schema/contract/serve.js';
import { sharedHub } from '../../support/tiny-hub.js';
import { hub, POST, send } from './send.js';

const usual = sharedHub(() => hub());
const limited = sharedHub(() => hub({ http: { ...HTTP_DEFAULTS, HTTP_BODY_LIMIT_BYTES: 2_000 } }));

describe('a request body', () => {
  test('that announces more than the limit is refused, and the connection closed', async () => {
    const { url } = limited;
    const length = { ...POST.headers, 'content-length': '60000000' };

    const { status, headers, body } = await send(`${url}/graphql`, { ...POST, headers: length }, ['{']);

    expect(status).toBe(413);
    expect(headers.connection).toBe('close');
    expect(JSON.parse(body)).toEqual({
      errors: [
        {
          message: 'The request body is larger than 2000 bytes.',
          extensions: {
            code: 'BODY_TOO_LARGE',
            messageVi: 'Nội dung yêu cầu vượt quá 2000 byte.',
            allowed: 2_000,
            requestId: headers['x-request-id'],
          },
        },
      ],
    });
  });

  test('that announces nothing and grows past the limit is refused as soon as it does', async () => {
    const { url } = limited;
    const parts = Array.from({ length: 400 }, () => 'x'.repeat(10_000));

    const { status, body } = await send(`${url}/graphql`, POST, parts);

    expect(status).toBe(413);
    expect(body).toContain('BODY_TOO_LARGE');
  });

  test('that waits to be asked for is not asked for when it is too large', async () => {
    const { url } = limited;
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const head = ['POST /graphql HTTP/1.1', `host: ${hostname}`, 'content-type: application/json'];

    socket.write([...head, 'content-length: 60000000', 'expect: 100-continue', '', ''].join('\r\n'));
    const answer = await text(socket);

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).not.toContain('100 Continue');
  });

  test('at the limit is read, in whatever parts it comes', async () => {
    const { url } = limited;
    const body = JSON.stringify({ query: '{ __typename }', operationName: null }).padEnd(2_000);

    const { status } = await send(`${url}/graphql`, POST, [body.slice(0, 5), body.slice(5)]);

    expect(status).toBe(200);
  });

  test('that is compressed is refused', async () => {
    const { url } = usual;
    const headers = { ...POST.headers, 'content-encoding': 'gzip' };

    expect(await send(`${url}/graphql`, { ...POST, headers }, ['x'])).toMatchObject({ status: 415 });
  });
});
