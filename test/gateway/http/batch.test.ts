import { describe, expect, test } from '@jest/globals';
import { LIMIT_DEFAULTS } from '../../../gateway/limits/settings.js';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { faultyServer } from '../../support/faulty-server.js';
import { hubOverHttp, sharedHub } from '../../support/tiny-hub.js';
import { tinyUnion } from '../../support/tiny-subgraphs.js';
import { aDoor, codesIn, post } from '../door/a-door.js';
import { errorsIn, hub, refusalWith } from './send.js';

const limits = { ...LIMIT_DEFAULTS, QUERY_MAX_COST: 100 };
const taking = sharedHub(() => hub({ limits, door: aDoor({ BATCH_MAX: '5' }) }));

const ORGS = '{ orgs(first: 10) { edges { node { name } } } }';

interface Item {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const items = (body: string) => JSON.parse(body) as readonly Item[];

describe('operations in one request', () => {
  test('are answered in their order, each with its own errors', async () => {
    const { status, headers, body } = await post(taking.url, [
      { query: '{ __typename }' },
      { query: '{ nothing }' },
      { query: 'query ($w: [Int!]) { echo(words: $w) }', variables: { w: [1, 2] } },
      { variables: {} },
      7,
    ]);

    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const [first, second, third, fourth, fifth] = items(body);
    expect(first).toMatchObject({ data: { __typename: 'Query' } });
    expect(second?.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect(third).toMatchObject({ data: { echo: 2 } });
    expect(fourth).toEqual({ errors: [refusalWith(headers['x-request-id'])] });
    expect(fifth).toEqual({ errors: [refusalWith(headers['x-request-id'])] });
  });

  test('that are refused alike have one status', async () => {
    const { status, headers, body } = await post(
      taking.url,
      [{ query: '{ __typename }' }, { query: '{ __typename }' }],
      { authorization: 'Bearer x' },
    );

    expect(status).toBe(401);
    expect(headers).toHaveProperty('www-authenticate');
    expect(items(body).map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
  });

  test('may cost together what one of them may, or none is run', async () => {
    const one = { query: ORGS };

    const [three, five] = await Promise.all([
      post(taking.url, [one, one, one]),
      post(taking.url, [one, one, one, one, one]),
    ]);

    expect(items(three.body).map(({ data }) => Object.keys(data ?? {}))).toEqual([
      ['orgs'],
      ['orgs'],
      ['orgs'],
    ]);
    expect(five.status).toBe(400);
    expect(errorsIn(five)).toMatchObject([
      { extensions: { code: 'QUERY_TOO_COMPLEX', limit: 'cost', allowed: 100, found: 105 } },
    ]);
  });

  test('that change something run one after the other, as they stand', async () => {
    const seen: string[] = [];
    let running = 0;
    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      running += 1;
      const body = await text(request);
      seen.push(`${running} ${/"y(\d)"/.exec(body)?.[1]}`);
      running -= 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data": {"rename": null}}');
    };
    const union = await faultyServer((request, response) => void answer(request, response));
    const { url } = await hubOverHttp(
      [tinyUnion()],
      { union: union.url },
      { door: aDoor({ BATCH_MAX: '3' }) },
    );

    await post(
      url,
      [1, 2, 3].map((n) => ({
        query: 'mutation ($name: String!) { rename(id: "x", name: $name) { id } }',
        variables: { name: `y${n}` },
      })),
    );

    expect(seen).toEqual(['1 1', '1 2', '1 3']);
  });

  test.each([
    ['more than are taken', Array.from({ length: 6 }, () => ({ query: ORGS }))],
    ['none', []],
    ['lists of them', [[{ query: ORGS }]]],
  ])('are refused when they are %s', async (_, body) => {
    const sent = await post(taking.url, body);

    expect(sent.status).toBe(400);
    expect(sent.body).toContain('BAD_REQUEST');
  });
});

test('a thousand changes in one request have none of them run', async () => {
  const union = await faultyServer((_, response) => response.end('{"data": {}}'));
  const { url } = await hubOverHttp(
    [tinyUnion()],
    { union: union.url },
    { door: aDoor({ BATCH_MAX: '20' }) },
  );
  const one = { query: 'mutation { rename(id: "x", name: "y") { id } }' };

  const sent = await post(
    url,
    Array.from({ length: 1_000 }, () => one),
  );

  expect(sent.status).toBe(400);
  expect(codesIn(sent)).toEqual(['BAD_REQUEST']);
  expect(union.requests).toEqual([]);
});

test('more operations than twenty are taken of nobody', () => {
  expect(() => aDoor({ BATCH_MAX: '21' })).toThrow(
    expect.objectContaining({ code: 'INVALID_SETTING', details: { setting: 'BATCH_MAX' } }),
  );
});
