import { describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { sharedHub } from '../../support/tiny-hub.js';
import { aDoor, codesIn, post } from '../door/a-door.js';
import { hub, PREFLIGHTED, send, type Sent } from '../http/send.js';

const ALLOWED = 'https://hub.gov.test';
const MUTATION = 'mutation { rename(id: "x", name: "y") { id } }';
const BODY = JSON.stringify({ query: '{ medalNames }' });
const GOOD = '{"data":{"medalNames":["Huân chương"]}';

const open = sharedHub(() => hub({ door: aDoor({ CORS_ORIGINS: ALLOWED }) }));
const limited = sharedHub(() => hub({ door: aDoor({ RATE_LIMIT_PER_MINUTE: '3', BATCH_MAX: '5' }) }));

/** Sends bytes as they are, and gives all that comes back until nothing more does. */
function raw(bytes: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(open.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let got = '';
    socket.on('data', (part) => {
      got += part.toString();
      if (/\}\s*$|\r\n\r\n$/.test(got)) socket.end();
    });
    socket.on('error', () => undefined).on('close', () => resolve(got));
    socket.write(bytes);
  });
}

function request(head: readonly string[], body = BODY): string {
  return ['POST /graphql HTTP/1.1', 'host: hub', ...head, '', body].join('\r\n');
}

const JSON_HEAD = ['content-type: application/json', `content-length: ${BODY.length}`];

describe('HTP-01: a mutation by GET', () => {
  test.each([
    ['alone', { query: MUTATION }],
    [
      'beside a query',
      { query: `query a { medalNames } ${MUTATION.replace('mutation', 'mutation b')}`, operationName: 'b' },
    ],
  ])('is a method that is not allowed, %s', async (_, parameters) => {
    const address = `${open.url}/graphql?${new URLSearchParams(parameters).toString()}`;

    const sent = await send(address, { headers: { ...PREFLIGHTED, 'x-http-method-override': 'POST' } });

    expect(sent).toMatchObject({ status: 405, headers: { allow: 'POST' } });
    expect(JSON.parse(sent.body)).not.toHaveProperty('data');
  });
});

describe('HTP-04: a page of another site', () => {
  const FOREIGN = [
    'https://hub.gov.test.evil.test',
    'https://evil-hub.gov.test',
    'http://hub.gov.test',
    'https://hub.gov.test:8443',
    'null',
    'https://HUB.gov.test.',
  ];

  test.each(FOREIGN)('such as %s gets no permission, neither before it asks nor after', async (origin) => {
    const before = await send(`${open.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });
    const after = await post(open.url, { query: '{ medalNames }' }, { origin, cookie: 'session=1' });

    for (const { headers } of [before, after])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  test('gets one if it is on the list, by its own name and without credentials', async () => {
    const { headers } = await post(open.url, { query: '{ medalNames }' }, { origin: ALLOWED });

    expect(headers['access-control-allow-origin']).toBe(ALLOWED);
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });
});

describe('HTP-05: a thousand mutations in one request', () => {
  const thousand = Array.from({ length: 1_000 }, () => ({ query: MUTATION }));

  test('are refused where lists are off, which they are unless told otherwise', async () => {
    const sent = await post(open.url, thousand);

    expect(sent.status).toBe(400);
    expect(JSON.parse(sent.body)).not.toHaveProperty('data');
  });

  test('are refused where lists are on, too', async () => {
    expect(await post(limited.url, thousand)).toMatchObject({ status: 400 });
  });
});

describe('HTP-09: a header that a client made up', () => {
  test.each([
    ['is longer than is read', `x-a: ${'a'.repeat(65_536)}`, /^HTTP\/1\.1 431 /],
    ['holds a bare line feed', 'x-a: b\nx-hub-role: admin', /^HTTP\/1\.1 400 /],
    ['goes on in the next line', 'x-a: b\r\n c', /^HTTP\/1\.1 400 /],
    ['has a space before its colon', 'x-a : b', /^HTTP\/1\.1 400 /],
    ['has a null byte', 'x-a: b\0c', /^HTTP\/1\.1 400 /],
  ])('and that %s is refused', async (_, header, status) => {
    expect(await raw(request([...JSON_HEAD, header]))).toMatch(status);
  });

  test('does not come back', async () => {
    const sent = await post(
      open.url,
      { query: '{ medalNames }' },
      { 'x-request-id': 'mine', 'x-evil': 'secret' },
    );

    expect(JSON.stringify(sent)).not.toMatch(/mine|secret/);
  });
});

describe('HTP-10: whoever may ask three times a minute', () => {
  test('may not ask more often by other addresses, GET, lists or aliases', async () => {
    const type = { query: '{ __typename }' };
    const from = (address: string) =>
      post(limited.url, type, { 'x-forwarded-for': address, forwarded: `for=${address}` });

    const answers: readonly Sent[] = [
      await from('198.51.100.1'),
      await post(limited.url, [type, type, type]),
      await from('198.51.100.2'),
      await send(`${limited.url}/graphql?query={__typename}`, {
        headers: { ...PREFLIGHTED, 'x-real-ip': '198.51.100.3' },
      }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
    expect(JSON.parse(answers[1]?.body ?? '')).toMatchObject([
      { data: {} },
      { data: {} },
      { errors: [{ extensions: { code: 'RATE_LIMITED' } }] },
    ]);
  });
});

describe('HTP-12: an answer', () => {
  test.each([
    'query { a }',
    '{ medalNames @abc }',
    'queryy { a }',
    '{ alias^_: a }',
    'subscription { a }',
    '{}',
  ])('to %j does not tell what made it', async (query) => {
    const { headers, body } = await post(open.url, { query });

    expect(body).not.toMatch(/apollo|graphql-js|express|node|stack/i);
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['server']));
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});

describe('a request that two readers would understand differently', () => {
  test.each([
    ['two lengths', [...JSON_HEAD, 'content-length: 5']],
    ['the same length twice', [...JSON_HEAD, `content-length: ${BODY.length}`]],
    [
      'a list of lengths',
      ['content-type: application/json', `content-length: ${BODY.length}, ${BODY.length}`],
    ],
    ['a length and chunks', [...JSON_HEAD, 'transfer-encoding: chunked']],
    ['chunks that are none', ['content-type: application/json', 'transfer-encoding: xchunked']],
    ['chunks that are not last', ['content-type: application/json', 'transfer-encoding: chunked, identity']],
    ['two hosts', [...JSON_HEAD, 'host: evil']],
    ['two types', [...JSON_HEAD, 'content-type: text/plain']],
  ])('is refused, and its connection closed: %s', async (_, head) => {
    const answer = await raw(`${request(head)}GET /health/live HTTP/1.1\r\nhost: hub\r\n\r\n`);

    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toMatch(/connection: close/i);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  test.each([
    ['as it is', `{"query":"{ medalNames }","query":${JSON.stringify(MUTATION)}}`],
    ['in other letters', `{"query":"{ medalNames }","qu\\u0065ry":${JSON.stringify(MUTATION)}}`],
    ['in a list', `[{"query":"{ medalNames }","query":${JSON.stringify(MUTATION)}}]`],
  ])('is refused: a parameter given twice, %s', async (_, body) => {
    const sent = await send(
      `${limited.url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      [body],
    );

    expect(sent.status).toBe(400);
    expect(codesIn(sent)).toEqual(['BAD_REQUEST']);
  });

  test.each([
    ['names within its variables', '{"query":"{ medalNames }","variables":{"query":1,"a":{"query":2}}}'],
    [
      'braces and colons in a text',
      JSON.stringify({ query: '{ medalNames } # {"query": [1]}', variables: { 'a":': '\\' } }),
    ],
    [
      'names that every object has',
      '{"query":"{ medalNames }","__proto__":{"query":"{ bad }"},"constructor":{}}',
    ],
  ])('is not one with %s', async (_, body) => {
    const sent = await send(
      `${open.url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      [body],
    );

    expect(sent.body).toContain(GOOD);
  });
});

describe('a body', () => {
  test.each([
    [
      'that is compressed',
      gzipSync(BODY),
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      415,
    ],
    ['of a form', 'query=%7BmedalNames%7D', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['of several parts', '--a--', { 'content-type': 'multipart/form-data; boundary=a' }, 415],
    ['of two types', BODY, { 'content-type': 'text/plain; application/json' }, 415],
    ['in UTF-16', Buffer.from(BODY, 'utf16le'), { 'content-type': 'application/json; charset=utf-16' }, 415],
    [
      'that is no UTF-8',
      Buffer.from('{"query":"{ \xc0\xaf }"}', 'latin1'),
      { 'content-type': 'application/json' },
      400,
    ],
    ['with a mark before it', `\uFEFF${BODY}`, { 'content-type': 'application/json' }, 400],
    [
      'with NaN',
      '{"query":"{ medalNames }","variables":{"a":NaN}}',
      { 'content-type': 'application/json' },
      400,
    ],
    ['that is null', 'null', { 'content-type': 'application/json' }, 400],
    [
      'whose parameters only its prototype has',
      '{"__proto__":{"query":"{ medalNames }"}}',
      { 'content-type': 'application/json' },
      400,
    ],
  ])('%s runs nothing', async (_, body, headers, status) => {
    const sent = await send(`${open.url}/graphql`, { method: 'POST', headers }, [body]);

    expect(sent.status).toBe(status);
    expect(sent.body).not.toContain('"data"');
  });

  test.each([
    ['announced', `content-length: 60000000`, ''],
    ['in chunks', 'transfer-encoding: chunked', `120000\r\n${'x'.repeat(0x120000)}\r\n`],
  ])('DOC-08: of more than a megabyte is refused and the connection closed, %s', async (_, length, body) => {
    const answer = await raw(request(['content-type: application/json', length], body));

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/connection: close/i);
    expect(answer).toContain('BODY_TOO_LARGE');
  });
});

describe('a client that offers another protocol', () => {
  test('is answered in this one', async () => {
    const upgrade = ['connection: upgrade, http2-settings', 'upgrade: h2c', 'http2-settings: AAMAAABk'];

    expect(await raw(request([...JSON_HEAD, ...upgrade]))).toContain(GOOD);
  });

  test('and speaks it at once is refused', async () => {
    expect(await raw('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

test('requests that come before their answers do are each answered once, in their order', async () => {
  const { hostname, port } = new URL(open.url);
  const socket = connect(Number(port), hostname);
  let got = '';
  const all = new Promise<void>((resolve) => {
    socket.on('data', (part) => {
      got += part.toString();
      if (got.match(/"a\d+":/g)?.length === 40) resolve();
    });
  });
  const bodies = Array.from({ length: 40 }, (_, n) => JSON.stringify({ query: `{ a${n}: medalNames }` }));
  for (const body of bodies)
    socket.write(request(['content-type: application/json', `content-length: ${body.length}`], body));

  await all;
  socket.destroy();

  expect(got.match(/(?<="a)\d+(?=":)/g)).toEqual(bodies.map((_, n) => String(n)));
});
