import { describe, expect, test } from '@jest/globals';
import { sharedHub } from '../../support/tiny-hub.js';
import { aDoor } from '../door/a-door.js';
import { errorsIn, hub, PREFLIGHTED, send } from './send.js';

const closed = sharedHub(() => hub({ introspection: false }));
const usual = sharedHub(() => hub());

/** What tools send that tell engines apart by their mistakes and words. Source: graphw00f, graphql-cop. */
const PROBES = [
  'query { __typename }',
  'query @abc { __typename }',
  'query @skip { __typename }',
  'query { __typename @abc }',
  'query { __typename @include(if: a) }',
  'query { alias1$1: __typename }',
  'query { alias^_: __typename }',
  'queryy { __typename }',
  'query { a }',
  'query {}',
  'query { __schema }',
  '{ __schema { queryType { name } } }',
  '{ __type(name: "Org") { name } }',
  'subscription { __typename }',
  'mutation { __typename }',
  'type A { a: String }',
  'query A { __typename } query A { __typename }',
  'fragment A on Org { id }',
  '{ orgs(first: "x") { edges { cursor } } }',
  '{ \u0000 }',
  '{ org(id: 1.5) { nam } }',
];

const TELLTALE = /apollo|graphql-js|express|yoga|mercurius|node\.js|stack|at \w+ \(/i;

describe('no answer names what made it', () => {
  test.each(PROBES)('to %j', async (query) => {
    const { text, headers } = await closed.ask(query);

    expect(text).not.toMatch(TELLTALE);
    expect(headers.has('server') || headers.has('x-powered-by') || headers.has('via')).toBe(false);
  });

  test.each([
    ['a path', '/nothing', {}],
    ['a method', '/graphql', { method: 'PUT' }],
    ['a page', '/', {}],
    ['a body', '/graphql', { method: 'POST', headers: { 'content-type': 'text/xml' } }],
    ['its health', '/health/live', {}],
  ])('when asked for %s', async (_, path, options) => {
    const { headers, body } = await send(`${closed.url}${path}`, options);

    expect(body).not.toMatch(TELLTALE);
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});

const MISSPELT = [
  '{ orgz { edges { cursor } } }',
  '{ orgs(frist: 1) { edges { cursor } } }',
  '{ org(id: "x") { nam } }',
  '{ org(id: "x") { ... on Orgg { name } } }',
  '{ orgs @inclde(if: true) { edges { cursor } } }',
  '{ search(text: "a", kinds: [ORGANISATION]) { totalCount } }',
];

describe('without the right to the schema', () => {
  test.each(MISSPELT)('no name of it is suggested for %s', async (query) => {
    const answers = await Promise.all([
      closed.ask(query),
      send(`${closed.url}/graphql?${new URLSearchParams({ query }).toString()}`, { headers: PREFLIGHTED }),
    ]);

    expect(answers[0].errors?.length).toBeGreaterThan(0);
    expect(answers[0].text).not.toContain('Did you mean');
    expect(answers[1].body).not.toContain('Did you mean');
  });

  test('nor for a wrong value in a variable', async () => {
    const { text } = await closed.ask(
      'query ($k: [SearchKind!]) { search(text: "a", kinds: $k) { totalCount } }',
      { variables: { k: ['ORGANISATION'] } },
    );

    expect(text).toContain('ORGANISATION');
    expect(text).not.toContain('Did you mean');
  });

  test('a hidden field looks like one that is not there', async () => {
    const [hidden, missing] = await Promise.all([
      closed.ask('{ searchHits(text: "a", first: 1) { totalCount } }'),
      closed.ask('{ searchHxts(text: "a", first: 1) { totalCount } }'),
    ]);

    const shape = (answer: typeof hidden) =>
      answer.errors?.map(({ message, extensions }) => [
        message.replace(/searchH.ts/, ''),
        Object.keys(extensions),
      ]);
    expect(hidden.status).toBe(missing.status);
    expect(shape(hidden)).toEqual(shape(missing));
  });
});

test('with the right to the schema names are suggested', async () => {
  const { text } = await usual.ask('{ org(id: "x") { nam } }');

  expect(text).toContain('Did you mean');
});

describe('where nobody may ask for the schema', () => {
  test.each(['{ __schema { queryType { name } } }', '{ a: __type(name: "Org") { name } }'])(
    '%s is refused in its own words, also by GET',
    async (query) => {
      const address = `${closed.url}/graphql?${new URLSearchParams({ query }).toString()}`;

      const [posted, got] = await Promise.all([closed.ask(query), send(address, { headers: PREFLIGHTED })]);

      expect([posted.status, got.status]).toEqual([403, 403]);
      expect(errorsIn(got)).toMatchObject([{ extensions: { code: 'INTROSPECTION_REFUSED' } }]);
      expect(posted.errors).toMatchObject([
        { extensions: { code: 'INTROSPECTION_REFUSED', messageVi: expect.any(String) } },
      ]);
    },
  );

  test('also when the schema is asked for among other things, through a fragment', async () => {
    const answer = await closed.ask(
      '{ medalNames ...S } fragment S on Query { x: __schema { types { name } } }',
    );

    expect(answer).toMatchObject({ status: 403, fetches: [] });
    expect(answer).not.toHaveProperty('data');
  });

  test('the name of a type in an answer is no part of it', async () => {
    expect(await closed.ask('{ __typename }')).toMatchObject({ status: 200, data: { __typename: 'Query' } });
  });
});

test('a door without rights is the door of a gateway that was told nothing', () => {
  expect(aDoor({})).toMatchObject({ BATCH_MAX: 0, APQ: false, TRUSTED_DOCUMENTS_MODE: 'off' });
});
