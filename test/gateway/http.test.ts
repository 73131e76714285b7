import { describe, expect, test } from '@jest/globals';
import { request, type IncomingMessage, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { HTTP_DEFAULTS } from '../../schema/contract/serve.js';
import { faultyServer } from '../support/faulty-server.js';
import { hubOf, hubOverHttp, served, sharedHub, type GatewayChanges } from '../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../support/tiny-subgraphs.js';

const hub = (changes?: GatewayChanges) => hubOf([tinyUnion(), tinyPolice(), tinyAwards()], changes);
const usual = sharedHub(() => hub());
const limited = sharedHub(() => hub({ http: { ...HTTP_DEFAULTS, HTTP_BODY_LIMIT_BYTES: 2_000 } }));

const REQUEST_ID = /^[0-9a-f-]{36}$/;

interface Sent {
  readonly status?: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Sends a request whose body is written in parts, as fetch would not. */
function send(url: string, options: RequestOptions, parts: Iterable<string> = []): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      text(response).then(
        (body) => resolve({ status: response.statusCode, headers: response.headers, body }),
        reject,
      );
    });
    sent.on('error', (error: NodeJS.ErrnoException) => error.code === 'EPIPE' || reject(error));
    for (const part of parts) sent.write(part);
    sent.end();
  });
}

const POST = { method: 'POST', headers: { 'content-type': 'application/json' } };

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

  test.each([
    ['no JSON', '{"query": ', 400, 'BAD_REQUEST'],
    ['a list of operations', '[{"query": "{ __typename }"}]', 400, 'BAD_REQUEST'],
    ['no operation', '{"variables": {}}', 400, 'BAD_REQUEST'],
    ['an operation that does not parse', '{"query": "{ org("}', 400, 'GRAPHQL_PARSE_FAILED'],
  ])('with %s is refused in both languages', async (_, body, status, code) => {
    const { url } = usual;

    const sent = await send(`${url}/graphql`, POST, [body]);

    const { errors } = JSON.parse(sent.body) as { errors: unknown[] };
    expect(sent.status).toBe(status);
    expect(errors).toMatchObject([
      { extensions: { code, messageVi: expect.any(String), requestId: sent.headers['x-request-id'] } },
    ]);
  });

  test('that is compressed is refused', async () => {
    const { url } = usual;
    const headers = { ...POST.headers, 'content-encoding': 'gzip' };

    expect(await send(`${url}/graphql`, { ...POST, headers }, ['x'])).toMatchObject({ status: 415 });
  });
});

describe('another site in the same browser', () => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'cannot have an operation run with %s',
    async (type) => {
      const { url } = usual;

      const sent = await send(`${url}/graphql`, { method: 'POST', headers: { 'content-type': type } }, [
        '{"query": "{ __typename }"}',
      ]);

      expect(sent.status).toBe(400);
      expect(sent.headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  test('cannot have a query run by a link', async () => {
    const { url } = usual;

    expect(await send(`${url}/graphql?query={__typename}`, {})).toMatchObject({ status: 400 });
  });

  test('is not told that it may ask', async () => {
    const { url } = usual;
    const headers = { origin: 'https://evil.test', 'access-control-request-method': 'POST' };

    const sent = await send(`${url}/graphql`, { method: 'OPTIONS', headers });

    expect(sent.status).toBe(405);
    expect(sent.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('an operation that cannot be found in its document', () => {
  const SEVERAL =
    'query A { __typename } query B { __typename } mutation C { rename(id: "x", name: "y") { id } }';
  const headers = { 'apollo-require-preflight': 'yes' };

  test.each([
    ['under an unknown name', SEVERAL, 'D'],
    ['under an empty name', '{ __typename }', ''],
    ['under an empty name, which is dear', '{ orgs(first: 30000) { edges { cursor } } }', ''],
    ['under an empty name, which is a mutation', 'mutation { rename(id: "x", name: "y") { id } }', ''],
    ['among several without a name', SEVERAL, undefined],
  ])('%s is refused over POST and GET', async (_, query, operationName) => {
    const { url } = usual;
    const asked = new URLSearchParams({ query, ...(operationName !== undefined && { operationName }) });

    const answers = await Promise.all([
      send(`${url}/graphql`, POST, [JSON.stringify({ query, operationName })]),
      send(`${url}/graphql?${asked.toString()}`, { headers }),
    ]);

    for (const { status, body } of answers) {
      expect(status).toBe(400);
      expect(JSON.parse(body)).toEqual({
        errors: [
          {
            message: expect.any(String),
            extensions: {
              code: 'OPERATION_RESOLUTION_FAILURE',
              messageVi: 'Không xác định được thao tác cần chạy.',
              requestId: expect.any(String),
            },
          },
        ],
      });
    }
  });
});

describe('GET', () => {
  const headers = { 'apollo-require-preflight': 'yes' };

  test('answers a query, with variables', async () => {
    const { url } = usual;
    const asked = new URLSearchParams({
      query: 'query ($w: [Int!]) { echo(words: $w) }',
      variables: '{"w": [1, 2]}',
    });

    const { status, body } = await send(`${url}/graphql?${asked.toString()}`, { headers });

    expect({ status, data: (JSON.parse(body) as { data: unknown }).data }).toEqual({
      status: 200,
      data: { echo: 2 },
    });
  });

  test('never runs a mutation', async () => {
    const { url } = usual;
    const asked = new URLSearchParams({ query: 'mutation { rename(id: "x", name: "y") { id } }' });

    const sent = await send(`${url}/graphql?${asked.toString()}`, { headers });

    expect(sent).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  });

  test('is held to the same limits', async () => {
    const { url } = usual;
    const asked = new URLSearchParams({ query: '{ orgs(first: 30000) { edges { cursor } } }' });

    const { status, body } = await send(`${url}/graphql?${asked.toString()}`, { headers });

    expect(status).toBe(400);
    expect(body).toContain('QUERY_TOO_COMPLEX');
  });
});

describe('paths and methods', () => {
  test.each([
    ['GET', '/nothing', 404, undefined],
    ['POST', '/nothing', 404, undefined],
    ['POST', '/health/live', 405, 'GET, HEAD'],
    ['PUT', '/graphql', 405, 'GET, POST'],
    ['HEAD', '/graphql', 405, 'GET, POST'],
  ])('%s %s answers %i', async (method, path, status, allow) => {
    const { url } = usual;

    const sent = await send(url + path, { method });

    expect(sent).toMatchObject({ status, headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(sent.headers.allow).toBe(allow);
    expect(sent.headers['x-request-id']).toMatch(REQUEST_ID);
  });

  test('no answer tells which software gave it', async () => {
    const { url } = usual;

    const answers = await Promise.all(['/', '/graphql', '/health/live'].map((path) => send(url + path, {})));

    for (const { headers } of answers) {
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });

  test('the sandbox answers its own pages, HEAD without the body', async () => {
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
    };
    const explorer = {
      respond: (path: string) =>
        path === '/' ? { status: 200, headers, body: Buffer.from('<p>Chào</p>') } : null,
    };
    const { url } = await hub({ explorer });

    const [page, head, beside] = await Promise.all([
      send(url, {}),
      send(url, { method: 'HEAD' }),
      send(`${url}/assets/x.js`, {}),
    ]);

    expect(page).toMatchObject({ status: 200, headers, body: '<p>Chào</p>' });
    expect(head).toMatchObject({ status: 200, headers: { ...headers, 'content-length': '12' }, body: '' });
    expect(beside.status).toBe(404);
  });

  test('the sandbox offers the examples that this supergraph can answer', async () => {
    const explorer = { respond: () => null };
    const example = { id: 'Q1', group: 'EXPLORER' as never, vi: 'Gì?', en: 'What?', variables: {} };
    const examples = [
      { ...example, query: '{ medalNames }' },
      { ...example, id: 'Q2', query: '{ elsewhere }' },
    ];
    const { url } = await hub({ explorer, examples });

    const { body } = await send(`${url}/examples.json`, {});

    expect(JSON.parse(body)).toEqual([examples[0]]);
  });
});

describe('a request id', () => {
  test('of the client is not taken over', async () => {
    const { url } = usual;

    const { headers } = await send(`${url}/health/live`, {
      headers: { 'x-request-id': 'forged-by-a-client' },
    });

    expect(headers['x-request-id']).toMatch(REQUEST_ID);
  });

  test('of a trusted caller is kept when it is well formed', async () => {
    const { url } = await served(tinyUnion());
    const ask = (id: string) => send(`${url}/health/live`, { headers: { 'x-request-id': id } });

    const [kept, replaced] = await Promise.all([ask('from-the-gateway'), ask('not well formed')]);

    expect(kept.headers['x-request-id']).toBe('from-the-gateway');
    expect(replaced.headers['x-request-id']).toMatch(REQUEST_ID);
  });
});

describe('health', () => {
  test('live and ready are told apart', async () => {
    const { url } = await hub({ isReady: async () => false });

    const [live, ready] = await Promise.all([
      send(`${url}/health/live`, {}),
      send(`${url}/health/ready`, {}),
    ]);

    expect(live).toMatchObject({ status: 200, body: '{"status":"live"}\n' });
    expect(ready).toMatchObject({ status: 503, body: '{"status":"not ready"}\n' });
  });

  test.each([
    ['true', 200, async () => true],
    ['an error', 503, async () => Promise.reject(new Error('no database'))],
    ['no answer in time', 503, async () => new Promise<boolean>(() => undefined)],
  ])('a check that gives %s is told as %i', async (_, status, isReady) => {
    const { url } = await hub({ isReady, http: { ...HTTP_DEFAULTS, HTTP_READY_TIMEOUT_MS: 100 } });

    expect(await send(`${url}/health/ready`, {})).toMatchObject({ status });
  });
});

describe('the health of a gateway before subgraphs over HTTP', () => {
  const NOWHERE = 'http://127.0.0.1:9';
  const subgraphs = () => [tinyUnion(), tinyPolice(), tinyAwards()];

  test('is ready while one of them answers, and tells which do, without addresses', async () => {
    const { url } = await hubOverHttp(subgraphs(), { police: NOWHERE });

    const { status, body } = await send(`${url}/health/ready`, {});

    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      status: 'ready',
      subgraphs: { union: 'ready', police: 'not ready', awards: 'ready' },
    });
    expect(body).not.toContain('127.0.0.1');
  });

  test('is not ready when none of them answers', async () => {
    const nowhere = { union: NOWHERE, police: NOWHERE, awards: NOWHERE };
    const { url } = await hubOverHttp(subgraphs(), nowhere);

    const { status, body } = await send(`${url}/health/ready`, {});

    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ status: 'not ready', subgraphs: { awards: 'not ready' } });
  });

  test('is told in time when one of them hangs, and asks it once for many', async () => {
    const hanging = await faultyServer((request) => void request.resume());
    const http = { ...HTTP_DEFAULTS, HTTP_READY_TIMEOUT_MS: 300 };
    const { url } = await hubOverHttp(subgraphs(), { police: hanging.url }, { http });

    const answers = await Promise.all([1, 2, 3].map(() => send(`${url}/health/ready`, {})));

    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.parse(body)).toMatchObject({ subgraphs: { police: 'not ready', union: 'ready' } });
    }
    expect(hanging.requests).toHaveLength(1);
  });
});

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
