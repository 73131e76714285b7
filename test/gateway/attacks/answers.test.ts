import { describe, expect, test } from '@jest/globals';
import { GraphQLScalarType } from 'graphql';
import { gzipSync } from 'node:zlib';
import { leafWriter } from '../../../gateway/engine/complete/leaf.js';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { tinyId } from '../../support/tiny-subgraphs.js';
import { ALL_THREE, GOOD, httpText, WITHOUT_POLICE } from '../faults/site.js';
import { aBadNeighbourhood, INTERNAL, json, type Behaviour } from './site.js';

const police = aBadNeighbourhood({ SUBGRAPH_ANSWER_LIMIT_BYTES: 2_000_000 });

const HEAD = 'content-type: application/json\r\n';
const SECRET = 'postgres://police:password@10.0.0.7/police';
const MEGABYTE = 1_000_000;
const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

const answer = (status: string, body: string | Buffer, head = HEAD): Buffer =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\n${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n`),
    Buffer.from(body),
  ]);
const unit = (name: unknown) => json({ data: { lateUnit: { name } } });
const saying = (extensions: Readonly<Record<string, unknown>>, message = 'No.') =>
  json({ data: { lateUnit: null }, errors: [{ message, path: ['lateUnit'], extensions }] });

/** Never comes to its answer. */
const announcing: Behaviour = (socket) => {
  const more = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 20);
  socket.once('close', () => clearInterval(more));
};

describe('only its own part is lost when the police answers', () => {
  test.each<[string, Behaviour | string | Buffer, string]>([
    ['204', 'HTTP/1.1 204 No Content\r\n\r\n', 'SUBGRAPH_FAILED'],
    ['205', answer('205 Reset Content', ''), 'SUBGRAPH_FAILED'],
    ['nothing', answer('200 OK', ''), 'SUBGRAPH_FAILED'],
    ['100 and no more', 'HTTP/1.1 100 Continue\r\n\r\n', 'SUBGRAPH_UNAVAILABLE'],
    [
      '401',
      answer('401 No', SECRET, `${HEAD}www-authenticate: Basic realm="${SECRET}"\r\n`),
      'SUBGRAPH_FAILED',
    ],
    ['404', answer('404 No', `{"errors":[{"message":"${SECRET}"}]}`), 'SUBGRAPH_FAILED'],
    ['500', answer('500 No', SECRET), 'SUBGRAPH_UNAVAILABLE'],
    ['a page', answer('200 OK', SECRET, 'content-type: text/html\r\n'), 'SUBGRAPH_FAILED'],
    ['without a type', answer('200 OK', GOOD, ''), 'SUBGRAPH_FAILED'],
    [
      'parts',
      answer('200 OK', `---\r\n\r\n${GOOD}`, 'content-type: multipart/mixed; boundary=-\r\n'),
      'SUBGRAPH_FAILED',
    ],
    ['another protocol', `${GOOD}\r\n\r\n`, 'SUBGRAPH_FAILED'],
    [
      '20 MB in a few packed bytes',
      answer('200 OK', gzipSync(Buffer.alloc(20 * MEGABYTE)), `${HEAD}content-encoding: gzip\r\n`),
      'SUBGRAPH_FAILED',
    ],
    ['a mark before its JSON', json(`\uFEFF${GOOD}`), 'SUBGRAPH_FAILED'],
    ['NaN', json('{"data":{"lateUnit":{"name":NaN}}}'), 'SUBGRAPH_FAILED'],
    ['half of its JSON', json(GOOD.slice(0, -3)), 'SUBGRAPH_FAILED'],
    ['a list', json([{ data: {} }]), 'SUBGRAPH_FAILED'],
    ['errors that are none', json({ data: { lateUnit: { name: 'x' } }, errors: {} }), 'SUBGRAPH_FAILED'],
    ['an error without words', json({ data: null, errors: [{ message: 5 }] }), 'SUBGRAPH_FAILED'],
    ['only its prototype', json(`{"__proto__":${GOOD}}`), 'SUBGRAPH_FAILED'],
    ['data of a prototype', json('{"data":{"__proto__":{"lateUnit":{"name":"x"}}}}'), 'SUBGRAPH_FAILED'],
    ['a unit of a prototype', json('{"data":{"lateUnit":{"__proto__":{"name":"x"}}}}'), 'SUBGRAPH_FAILED'],
    ['a number for a name', unit(5), 'SUBGRAPH_FAILED'],
    ['an object for a name', unit({ a: 1 }), 'SUBGRAPH_FAILED'],
    [
      'a hundred thousand lists within each other',
      json(`{"data":{"lateUnit":{"name":${DEEP}}}}`),
      'SUBGRAPH_FAILED',
    ],
    [
      'an error whose place is as deep',
      json(`{"data":{"lateUnit":null},"errors":[{"message":"x","path":${DEEP}}]}`),
      'SUBGRAPH_FAILED',
    ],
  ])('%s', async (_, how, code) => {
    police.answers(how);

    const { status, data, errors, text } = await police.ask(ALL_THREE);

    expect({ status, data }).toEqual({ status: 200, data: WITHOUT_POLICE });
    expect(errors).toMatchObject([{ extensions: { code, agency: 'police', requestId: expect.any(String) } }]);
    expect(text).not.toMatch(INTERNAL);
  });

  describe('102 for ever', () => {
    const hurried = aBadNeighbourhood({ SUBGRAPH_TIMEOUT_MS: 2_500 });

    test('until its time is over', async () => {
      hurried.answers(announcing);

      const { status, data, errors, text } = await hurried.ask(ALL_THREE);

      expect({ status, data }).toEqual({ status: 200, data: WITHOUT_POLICE });
      expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } }]);
      expect(hurried.lines()).toMatchObject([{ reason: 'time-out' }]);
      expect(text).not.toMatch(INTERNAL);
    });
  });
});

describe('TRU-05: a police that points elsewhere', () => {
  test.each([301, 302, 303, 307, 308])(
    'by %i is not followed, and that is told in the log',
    async (status) => {
      const elsewhere = await faultyServer(answering(200, GOOD));
      police.answers(answer(`${status} Moved`, '', `${HEAD}location: ${elsewhere.url}/graphql\r\n`));

      const { data, errors, text } = await police.ask(ALL_THREE);

      expect(data).toEqual(WITHOUT_POLICE);
      expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_FAILED', agency: 'police' } }]);
      expect(elsewhere.requests).toEqual([]);
      expect(text).not.toMatch(INTERNAL);
      expect(police.lines()).toMatchObject([{ level: 40, reason: 'redirect', detail: status }]);
    },
  );
});

describe('TRU-06: a police that was taken over', () => {
  const [id, other] = [tinyId('Unit', 1), tinyId('Org', 2)];

  test('cannot slip in what it was not asked, nor change what others say', async () => {
    const extra = { units: [{ id, name: 'x' }], medalNames: ['giả'], orgs: { totalCount: 99 } };
    police.answers(
      json(
        `{"data":${JSON.stringify({ lateUnit: { name: 'x', medals: 99, id }, ...extra }).replace(/\}$/, ',"__proto__":{"polluted":1}}')},"extensions":{"polluted":1}}`,
      ),
    );

    const { data, extensions, headers } = await police.ask(ALL_THREE);

    expect(data).toEqual({ ...WITHOUT_POLICE, lateUnit: { name: 'x' } });
    expect(Object.keys(extensions ?? {})).toEqual(['cost']);
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('cannot set headers or cookies of the answer', async () => {
    const evil = `${HEAD}set-cookie: a=b\r\naccess-control-allow-origin: *\r\nx-evil: 1\r\n`;
    police.answers(answer('200 OK', GOOD, evil));

    const { headers } = await police.ask(ALL_THREE);

    expect(
      ['set-cookie', 'access-control-allow-origin', 'x-evil'].filter((name) => headers.has(name)),
    ).toEqual([]);
  });

  test.each([
    ['of another type', [{ __typename: 'Unit', guard: { name: 'x' } }]],
    ['too many', [{ guard: { name: 'x' } }, { guard: { name: 'y' } }]],
    ['too few', []],
  ])('cannot answer entities %s', async (_, entities) => {
    police.answers(json({ data: { _entities: entities } }));

    const { data, errors } = await police.ask(`{ org(id: "${other}") { id name guard { name } } }`);

    expect(data).toEqual({ org: { id: other, name: 'Công đoàn 2', guard: null } });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_FAILED', agency: 'police' } }]);
  });

  test('cannot change the record of another agency that it only extends', async () => {
    police.answers(
      json({ data: { _entities: [{ __typename: 'Org', id: tinyId('Org', 1), name: 'giả', guard: null }] } }),
    );

    const { data } = await police.ask(`{ org(id: "${other}") { id name guard { name } } }`);

    expect(data).toEqual({ org: { id: other, name: 'Công đoàn 2', guard: null } });
  });

  test('cannot blame another part of the answer', async () => {
    const error = {
      message: 'x',
      path: ['medalNames', 0],
      extensions: { code: 'INVALID_INPUT', agency: 'awards' },
    };
    police.answers(json({ data: { lateUnit: null }, errors: [error] }));

    const { data, errors } = await police.ask(ALL_THREE);

    expect(data).toEqual(WITHOUT_POLICE);
    expect(errors).toMatchObject([{ path: ['lateUnit'], extensions: { agency: 'police' } }]);
  });

  test('cannot make the gateway answer for longer than its texts are long', async () => {
    police.answers(unit('x'.repeat(3 * MEGABYTE)));

    const { data, text } = await police.ask(ALL_THREE);

    expect(data).toEqual(WITHOUT_POLICE);
    expect(text.length).toBeLessThan(2_000);
    expect(police.lines()).toMatchObject([{ reason: 'too-large' }]);
  });
});

describe('what the police says of its errors', () => {
  test.each([
    ['words without end', saying({ code: 'INVALID_INPUT' }, 'm'.repeat(MEGABYTE))],
    ['details without end', saying({ code: 'INVALID_INPUT', found: 'm'.repeat(MEGABYTE) })],
    [
      'a list of details without end',
      saying({ code: 'INVALID_INPUT', found: Array.from({ length: 100_000 }, () => 1) }),
    ],
    [
      'more details than are told',
      saying({
        code: 'INVALID_INPUT',
        ...Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`d${n}`, n])),
      }),
    ],
    [
      'details nested without end',
      json(
        `{"data":{"lateUnit":null},"errors":[{"message":"No.","path":["lateUnit"],"extensions":{"code":"INVALID_INPUT","found":${DEEP}}}]}`,
      ),
    ],
    [
      'a place without end',
      json({
        data: { lateUnit: null },
        errors: [
          {
            message: 'No.',
            path: ['lateUnit', ...Array.from({ length: 100_000 }, () => 'a')],
            extensions: { code: 'INVALID_INPUT' },
          },
        ],
      }),
    ],
  ])('is bounded, also %s', async (_, how) => {
    police.answers(how);

    const { status, data, errors, text } = await police.ask(ALL_THREE);

    expect({ status, data }).toEqual({ status: 200, data: WITHOUT_POLICE });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', agency: 'police' } }]);
    expect(text.length).toBeLessThan(10_000);
  });

  test('is told of the first two hundred, and of the others how many they are', async () => {
    const error = { message: 'x', path: ['lateUnit'], extensions: { code: 'INVALID_INPUT' } };
    police.answers(json({ data: { lateUnit: null }, errors: Array.from({ length: 20_000 }, () => error) }));

    const { errors, text } = await police.ask(ALL_THREE);

    expect(errors?.at(-1)?.extensions).toMatchObject({ leftOut: 19_800 });
    expect(text.length).toBeLessThan(2_000);
  });

  test('is not told where it speaks of its inside', async () => {
    const inside = {
      stacktrace: [SECRET],
      exception: { stacktrace: [SECRET] },
      stack: SECRET,
      debugMessage: SECRET,
      serviceName: SECRET,
    };
    const forged = {
      requestId: 'forged',
      agency: 'union',
      http: { status: 302, headers: { 'x-evil': '1' } },
      messageVi: { a: SECRET },
    };
    police.answers(saying({ code: 'INVALID_INPUT', allowed: 5, ...inside, ...forged }));

    const { status, headers, errors, text } = await police.ask(ALL_THREE);

    expect({ status, evil: headers.get('x-evil') }).toEqual({ status: 200, evil: null });
    expect(text).not.toMatch(INTERNAL);
    expect(errors?.[0]?.extensions).toEqual({
      code: 'INVALID_INPUT',
      allowed: 5,
      agency: 'police',
      requestId: headers.get('x-request-id'),
    });
  });

  test.each([
    'INTERNAL',
    'UNAUTHENTICATED',
    'BODY_TOO_LARGE',
    'RATE_LIMITED',
    'DATABASE_FAILED',
    'PERSISTED_QUERY_NOT_FOUND',
    'unknown',
  ])('is not taken for what the gateway says: %s', async (code) => {
    police.answers(saying({ code, retryAfter: 9, databaseCode: '57P01' }, SECRET));

    const { errors, text } = await police.ask(ALL_THREE);

    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_FAILED', agency: 'police' } }]);
    expect(text).not.toMatch(/password|57P01|retryAfter/);
  });
});

describe('LEK-04: a null that the gateway makes', () => {
  test.each([
    [
      'under a chain that may not be null',
      '{ units { org { id name } } medalNames }',
      { units: [null] },
      ['units', 0],
    ],
    [
      'of an element',
      '{ units { id name } medalNames }',
      { units: [{ id: tinyId('Unit', 1), name: null }] },
      ['units', 0, 'name'],
    ],
    ['of a field that was left out', ALL_THREE, { lateUnit: {} }, ['lateUnit', 'name']],
    [
      'of a record whose key is missing',
      '{ lateUnit { medals } medalNames }',
      { lateUnit: { __typename: 'Unit' } },
      ['lateUnit', 'medals'],
    ],
  ])('has an error with its place, code and agency: %s', async (_, query, given, path) => {
    police.answers(json({ data: given }));

    const { errors } = await police.ask(query);

    expect(errors).toMatchObject([
      {
        path,
        extensions: {
          code: 'SUBGRAPH_FAILED',
          agency: expect.stringMatching(/^(police|awards)$/),
          requestId: expect.any(String),
        },
      },
    ]);
  });
});

test('two answers to one question are one', async () => {
  police.answers(httpText(GOOD) + httpText(JSON.stringify({ data: { lateUnit: { name: 'giả' } } })));

  expect((await police.ask(ALL_THREE)).text).not.toContain('giả');
  expect((await police.ask(ALL_THREE)).text).not.toContain('giả');
});

test('a value of an own scalar that is nested deeper than can be written is none', () => {
  const write = leafWriter(new GraphQLScalarType({ name: 'Any' }));

  expect([write({ a: [1] }), write(JSON.parse(DEEP))]).toEqual(['{"a":[1]}', undefined]);
});
