import { describe, expect, test } from '@jest/globals';
import type { RequestListener } from 'node:http';
import type { LocalSubgraph } from '../../schema/contract/subgraph.js';
import { answering, faultyServer } from '../support/faulty-server.js';
import { hubOf, hubOverHttp } from '../support/tiny-hub.js';
import { tinyAwards, tinyId, tinyPolice, tinyUnion } from '../support/tiny-subgraphs.js';

const ALL = () => [tinyUnion(), tinyPolice(), tinyAwards()];
/** Nothing listens on port 9 of this machine. */
const NOWHERE = 'http://127.0.0.1:9';
const SECRET = 'postgres://police:password@10.0.0.7/police';

const PATIENCE = {
  SUBGRAPH_TIMEOUT_MS: 3_200,
  SUBGRAPH_HEADERS_TIMEOUT_MS: 3_000,
  SUBGRAPH_ANSWER_LIMIT_BYTES: 2_000,
};

const JSON_TEXT = (value: unknown) => answering(200, JSON.stringify(value));

const dripping: RequestListener = (request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
};

const FAULTS: Readonly<Record<string, readonly [RequestListener, string]>> = {
  hangs: [(request) => request.resume(), 'SUBGRAPH_UNAVAILABLE'],
  'stops in the middle of its answer': [dripping, 'SUBGRAPH_UNAVAILABLE'],
  'cuts the connection': [(request) => void request.socket.destroy(), 'SUBGRAPH_UNAVAILABLE'],
  'answers 500': [answering(500, JSON.stringify({ errors: [{ message: SECRET }] })), 'SUBGRAPH_UNAVAILABLE'],
  'answers 503 with a page': [
    answering(503, SECRET, { 'content-type': 'text/html' }),
    'SUBGRAPH_UNAVAILABLE',
  ],
  'answers a page': [answering(200, `<p>${SECRET}</p>`, { 'content-type': 'text/html' }), 'SUBGRAPH_FAILED'],
  'answers broken JSON': [answering(200, `{"data": "${SECRET}`), 'SUBGRAPH_FAILED'],
  'answers an empty object': [JSON_TEXT({}), 'SUBGRAPH_FAILED'],
  'answers a list': [JSON_TEXT([]), 'SUBGRAPH_FAILED'],
  'answers data that is a text': [JSON_TEXT({ data: SECRET }), 'SUBGRAPH_FAILED'],
  'answers a field of another shape': [
    JSON_TEXT({ data: { lateUnit: [{ name: SECRET }] } }),
    'SUBGRAPH_FAILED',
  ],
  'answers a text for a record': [JSON_TEXT({ data: { lateUnit: SECRET } }), 'SUBGRAPH_FAILED'],
  'leaves out what was asked': [JSON_TEXT({ data: {} }), 'SUBGRAPH_FAILED'],
  'answers errors of another shape': [JSON_TEXT({ errors: [SECRET] }), 'SUBGRAPH_FAILED'],
  'answers only with an error of its own': [JSON_TEXT({ errors: [{ message: SECRET }] }), 'SUBGRAPH_FAILED'],
  redirects: [answering(302, '', { location: 'http://127.0.0.1:9/secret' }), 'SUBGRAPH_FAILED'],
  'answers more than is read': [
    answering(200, JSON.stringify({ data: { units: [], x: SECRET.repeat(100) } })),
    'SUBGRAPH_FAILED',
  ],
};

describe('a subgraph takes down only its own part', () => {
  test.each(Object.keys(FAULTS))('when it %s', async (what) => {
    const [answer, code] = FAULTS[what] ?? [];
    const faulty = await faultyServer(answer as RequestListener);
    const hub = await hubOverHttp(ALL(), { police: faulty.url }, { reachSettings: PATIENCE });

    const { status, data, errors, text } = await hub.ask(
      '{ lateUnit { name } units: orgs { totalCount } medalNames }',
    );

    expect({ status, data }).toEqual({
      status: 200,
      data: { lateUnit: null, units: { totalCount: 5 }, medalNames: ['Huân chương'] },
    });
    expect(errors).toMatchObject([{ path: ['lateUnit'], extensions: { code, agency: 'police' } }]);
    expect(text).not.toMatch(/secret|password|127\.0\.0\.1|10\.0\.0\.7|undici|ECONN|stack/i);
  });

  test('when nobody listens at its address', async () => {
    const hub = await hubOverHttp(ALL(), { police: NOWHERE });

    const { data, errors } = await hub.ask(`{ org(id: "${tinyId('Org', 1)}") { name guard { name } } }`);

    expect(data).toEqual({ org: { name: 'Công đoàn 1', guard: null } });
    expect(errors).toMatchObject([
      { path: ['org', 'guard'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } },
    ]);
  });

  test('and in a list says so at every element', async () => {
    const hub = await hubOverHttp(ALL(), { police: NOWHERE });

    const { errors } = await hub.ask('{ orgs { edges { node { name keeper: guard { name } } } } }');

    expect(errors?.map(({ path }) => path)).toEqual(
      [0, 1, 2, 3, 4].map((index) => ['orgs', 'edges', index, 'node', 'keeper']),
    );
    expect(new Set(errors?.map(({ extensions }) => extensions?.['code']))).toEqual(
      new Set(['SUBGRAPH_UNAVAILABLE']),
    );
  });

  test('when it hangs within the process', async () => {
    const police = tinyPolice();
    const stuck = { ...police, contextFor: () => ({ late: new Promise(() => undefined) }) };
    const hub = await hubOf([tinyUnion(), stuck, tinyAwards()], {
      reachSettings: { SUBGRAPH_TIMEOUT_MS: 100 },
    });

    const { data, errors } = await hub.ask('{ lateUnit { name } medalNames }');

    expect(data).toEqual({ lateUnit: null, medalNames: ['Huân chương'] });
    expect(errors).toMatchObject([{ path: ['lateUnit'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  });
});

function failingPolice(): readonly LocalSubgraph[] {
  const contextFor = () => refuse(SECRET);
  return [tinyUnion(), { ...tinyPolice(), contextFor }, tinyAwards()];
}

function refuse(reason: string): never {
  throw new Error(reason);
}

describe('a subgraph that fails before it looks at the fetch', () => {
  test.each([
    ['within the process', () => hubOf(failingPolice())],
    ['over HTTP', () => hubOverHttp(failingPolice())],
  ])('is unavailable %s', async (_, start) => {
    const hub = await start();

    const { data, errors } = await hub.ask('{ lateUnit { name } medalNames }');

    expect(data).toEqual({ lateUnit: null, medalNames: ['Huân chương'] });
    expect(errors).toMatchObject([
      { path: ['lateUnit'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } },
    ]);
  });
});

describe('what a subgraph says of its errors', () => {
  test('passes with code, words and agency when the hub knows the code', async () => {
    const hub = await hubOf(ALL());

    const { errors, headers } = await hub.ask('{ allBroken { id } }');

    expect(errors).toEqual([
      {
        message: 'Wrong page.',
        path: ['allBroken'],
        extensions: {
          code: 'INVALID_PAGE',
          messageVi: 'Trang sai.',
          allowed: 100,
          agency: 'union',
          requestId: headers.get('x-request-id'),
        },
      },
    ]);
  });

  test('does not pass when it did not expect the error itself', async () => {
    const hub = await hubOverHttp(ALL());

    const { text, errors } = await hub.ask('{ broken }');

    expect(errors).toMatchObject([
      { path: ['broken'], extensions: { code: 'SUBGRAPH_FAILED', agency: 'union' } },
    ]);
    expect(text).not.toMatch(/secret|password|10\.0\.0\.1/);
  });

  test.each(['constructor', 'toString', '__proto__'])('is not mistaken for a rule of %s', async (code) => {
    const named = { message: SECRET, path: ['lateUnit'], extensions: { code } };
    const faulty = await faultyServer(JSON_TEXT({ data: { lateUnit: null }, errors: [named] }));
    const hub = await hubOverHttp(ALL(), { police: faulty.url });

    const { status, errors, text } = await hub.ask('{ lateUnit { name } medalNames }');

    expect(status).toBe(200);
    expect(errors).toMatchObject([
      { path: ['lateUnit'], extensions: { code: 'SUBGRAPH_FAILED', messageVi: expect.any(String) } },
    ]);
    expect(text).not.toMatch(/secret|password/);
  });

  test('cannot make the hub speak of another agency', async () => {
    const forged = {
      message: 'x',
      path: ['lateUnit'],
      extensions: { code: 'INVALID_INPUT', agency: 'union' },
    };
    const faulty = await faultyServer(JSON_TEXT({ data: { lateUnit: null }, errors: [forged] }));
    const hub = await hubOverHttp(ALL(), { police: faulty.url });

    const { errors } = await hub.ask('{ lateUnit { name } }');

    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', agency: 'police' } }]);
  });
});

describe('a null that no subgraph explained', () => {
  test('is an error at its place that names the agency whose part is missing', async () => {
    const hub = await hubOf(ALL());

    const { data, errors } = await hub.ask(`query Guards { guarded: units { home: org { title: name } } }`, {
      operationName: 'Guards',
    });

    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { path: ['guarded', 2, 'home', 'title'], extensions: { code: 'SUBGRAPH_FAILED', agency: 'union' } },
    ]);
  });
});

describe('what a subgraph sends beyond what it was asked', () => {
  test('never reaches the answer, not even as a key of a record', async () => {
    const entity = { medals: 9, id: tinyId('Unit', 1), name: 'giả', __proto__: { forged: true } };
    const faulty = await faultyServer(JSON_TEXT({ data: { _entities: [entity] }, extra: 1 }));
    const hub = await hubOverHttp(ALL(), { awards: faulty.url });

    const { data } = await hub.ask(`{ unit(id: "${tinyId('Unit', 2)}") { id name medals } }`);

    expect(data).toEqual({ unit: { id: tinyId('Unit', 2), name: 'Công an 2', medals: 9 } });
  });

  test('is refused when it holds more records than were asked for', async () => {
    const faulty = await faultyServer(JSON_TEXT({ data: { _entities: [{ medals: 1 }, { medals: 2 }] } }));
    const hub = await hubOverHttp(ALL(), { awards: faulty.url });

    const { errors } = await hub.ask(`{ unit(id: "${tinyId('Unit', 2)}") { medals } }`);

    expect(errors).toMatchObject([
      { path: ['unit', 'medals'], extensions: { code: 'SUBGRAPH_FAILED', agency: 'awards' } },
    ]);
  });
});

describe('a fetch', () => {
  test('carries the request id of the client, which is in every error and in the answer', async () => {
    const faulty = await faultyServer(answering(500, ''));
    const hub = await hubOverHttp(ALL(), { police: faulty.url });

    const { headers, errors } = await hub.ask('{ lateUnit { name } }');

    const id = headers.get('x-request-id');
    expect(faulty.requests[0]?.headers['x-request-id']).toBe(id);
    expect(errors).toMatchObject([{ extensions: { requestId: id } }]);
  });

  test('is given up when the client leaves', async () => {
    const leaving = new AbortController();
    const faulty = await faultyServer(() => leaving.abort());
    const hub = await hubOverHttp(ALL(), { police: faulty.url });

    const answer = hub.ask('{ lateUnit { name } }', { signal: leaving.signal });

    await expect(answer).rejects.toThrow('aborted');
    await faulty.abandoned;
  });
});
