import { describe, expect, test } from '@jest/globals';
import { hubOf, hubOverHttp, sharedHub, type TinyHub } from '../support/tiny-hub.js';
import { local, tinyAwards, tinyId, tinyPolice, tinyUnion } from '../support/tiny-subgraphs.js';

const ALL = () => [tinyUnion(), tinyPolice(), tinyAwards()];

const within = sharedHub(() => hubOf(ALL()));
const over = sharedHub(() => hubOverHttp(ALL()));

describe('an answer', () => {
  test('joins what three agencies know of one thing', async () => {
    const { status, data, errors } = await within.ask(
      `{ org(id: "${tinyId('Org', 1)}") { name guard { name medals } } }`,
    );

    expect({ status, data, errors }).toEqual({
      status: 200,
      data: { org: { name: 'Công đoàn 1', guard: { name: 'Công an 1', medals: 3 } } },
    });
  });

  test('costs one fetch for each agency, however many rows it has', async () => {
    const { fetches } = await within.ask('{ orgs { edges { node { name guard { name medals } } } } }');

    expect(fetches.map(({ subgraph, ok }) => `${subgraph} ${ok}`)).toEqual([
      'union true',
      'police true',
      'awards true',
    ]);
  });

  test('tells what it was reckoned to cost', async () => {
    const { extensions } = await within.ask('{ orgs(first: 3) { edges { node { guard { name } } } } }');

    expect(extensions).toEqual({ cost: { estimate: 1 + 3 * 3, allowed: 20_000 } });
  });
});

const SAME: Readonly<Record<string, string>> = {
  'plain fields': `{ orgs { totalCount edges { node { id name parent { name } } } } }`,
  'entities of two agencies': `{ orgs { edges { node { name guard { name medals org { name } } } } } }`,
  'an error that the subgraph expected': '{ allBroken { id } medalNames }',
  'an error that it did not expect': '{ broken medalNames }',
  'a null where the schema promises a value': `{ org(id: "${tinyId('Org', 1)}") { strict } medalNames }`,
  'a literal that a scalar refuses': `{ org(id: "${tinyId('Org', 1)}") { named(on: "tomorrow") } medalNames }`,
  'a record that does not exist': `{ units { name org { name } } }`,
  'nodes of two agencies': `{ nodes(ids: ["${tinyId('Org', 1)}", "${tinyId('Unit', 2)}"]) { id ... on Org { name } ... on Unit { name } } }`,
  'a search': '{ search(text: "công", first: 3) { totalCount edges { cursor node { label node { id } } } } }',
  'a mutation': `mutation { rename(id: "${tinyId('Org', 2)}", name: "Mới") { name guard { name } } }`,
};

describe('within the process and over HTTP the same bytes come back', () => {
  test.each(Object.keys(SAME))('for %s', async (what) => {
    const [a, b] = await Promise.all([within, over].map((hub) => textOf(hub, SAME[what] ?? '')));

    expect(a).toBe(b);
  });
});

describe('an answer with more errors than are told', () => {
  const failing = () =>
    local('union', 'type Query { all: [Row!]! } type Row { name: String }', {
      Query: { all: () => Array.from({ length: 250 }, () => ({})) },
      Row: {
        name: () => {
          throw new Error('secret');
        },
      },
    });

  test('says how many were left out, the same within the process and over HTTP', async () => {
    const hubs = await Promise.all([hubOf([failing()]), hubOverHttp([failing()])]);

    const [a, b] = await Promise.all(hubs.map((hub) => textOf(hub, '{ all { name } }')));

    const { errors } = JSON.parse(String(a)) as { errors: { extensions: object }[] };
    expect(a).toBe(b);
    expect(errors).toHaveLength(200);
    expect(errors.at(-1)?.extensions).toMatchObject({ code: 'SUBGRAPH_FAILED', leftOut: 50 });
    expect(errors[0]?.extensions).not.toHaveProperty('leftOut');
  });
});

/** The answer without the request's id, which differs between any two requests. */
async function textOf(hub: Pick<TinyHub, 'ask'>, query: string): Promise<string> {
  const { text, headers } = await hub.ask(query);
  return text.replaceAll(String(headers.get('x-request-id')), 'ID');
}
