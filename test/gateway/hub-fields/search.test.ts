import { describe, expect, test } from '@jest/globals';
import { assertObjectType } from 'graphql';
import { hubOf, hubOverHttp, sharedHub } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';

const ALL = () => [tinyUnion(), tinyPolice(), tinyAwards()];
/** Nothing listens on port 9 of this machine. */
const NOWHERE = 'http://127.0.0.1:9';

const SEARCH = `query ($text: String! = "công", $kinds: [SearchKind!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
    totalCount
    atLeast
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { grade label node { __typename ... on Org { name } ... on Unit { name } } } }
  }
}`;

interface Found {
  readonly totalCount: number | null;
  readonly atLeast: number;
  readonly pageInfo: Readonly<Record<string, unknown>>;
  readonly edges: readonly { readonly cursor: string; readonly node: Readonly<Record<string, unknown>> }[];
}

/** A union that tells how often it had to count its hits. */
function aCountingUnion() {
  let counted = 0;
  const subgraph = tinyUnion();
  const hits = assertObjectType(subgraph.schema.getType('SearchHits')).getFields();
  if (hits['totalCount']) hits['totalCount'].resolve = () => (counted += 1);
  return { subgraph, counts: () => counted };
}

const hub = sharedHub(() => hubOf(ALL()));

async function found(variables: Readonly<Record<string, unknown>> = {}): Promise<Found> {
  const { data } = await hub.ask(SEARCH, { variables });
  return (data as { search: Found }).search;
}

const labels = ({ edges }: Found) => edges.map(({ node }) => node['label']);

describe('search', () => {
  test('merges what the agencies find: the closest match first, then by sort key, then by id', async () => {
    const page = await found();

    expect(labels(page)).toEqual([
      'Công đoàn 1',
      'Công an 1',
      'Công đoàn 3',
      'Công an 3',
      'Công đoàn 5',
      'Công đoàn 2',
      'Công an 2',
      'Công đoàn 4',
    ]);
    expect(page).toMatchObject({ totalCount: 8, atLeast: 8 });
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  test('leads from a hit to the record itself', async () => {
    const page = await found({ first: 2 });

    expect(page.edges.map(({ node }) => node)).toEqual([
      { grade: 'EXACT', label: 'Công đoàn 1', node: { __typename: 'Org', name: 'Công đoàn 1' } },
      { grade: 'EXACT', label: 'Công an 1', node: { __typename: 'Unit', name: 'Công an 1' } },
    ]);
  });

  test.each([1, 2, 3, 7, 8])(
    'read in pages of %i, holds every hit once and in the same order',
    async (first) => {
      const whole = labels(await found());

      const read: unknown[] = [];
      let page = await found({ first });
      read.push(...labels(page));
      while (page.pageInfo['hasNextPage'] === true) {
        page = await found({ first, after: page.pageInfo['endCursor'] });
        read.push(...labels(page));
        expect(page.pageInfo['hasPreviousPage']).toBe(true);
      }

      expect(read).toEqual(whole);
    },
  );

  test('asks every agency that can be searched once, and no other', async () => {
    const { fetches } = await hub.ask('{ search(text: "công") { totalCount } }');

    expect(fetches.map(({ subgraph }) => subgraph).toSorted()).toEqual(['police', 'union']);
  });

  test('shows what the others found while an agency fails, and names it', async () => {
    const hub = await hubOverHttp(ALL(), { police: NOWHERE });

    const { data, errors } = await hub.ask(
      '{ found: search(text: "công", first: 1) { totalCount atLeast edges { node { label } } } }',
    );

    expect(data).toEqual({
      found: { totalCount: null, atLeast: 5, edges: [{ node: { label: 'Công đoàn 1' } }] },
    });
    expect(errors).toMatchObject([
      { path: ['found'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } },
    ]);
  });

  test.each([
    ['edges { cursor }', 0],
    ['totalCount', 1],
    ['... on SearchConnection { atLeast }', 1],
  ])('lets an agency count only when a total is asked: %s', async (selection, expected) => {
    const { subgraph, counts } = aCountingUnion();
    const hub = await hubOf([subgraph]);

    await hub.ask(`{ search(text: "công") { ${selection} } }`);

    expect(counts()).toBe(expected);
  });

  test.each([
    [{ first: 0 }, 'INVALID_PAGE'],
    [{ first: 101 }, 'INVALID_PAGE'],
    [{ after: '' }, 'INVALID_CURSOR'],
    [{ after: 'bm90IGEgY3Vyc29y' }, 'INVALID_CURSOR'],
    [{ after: Buffer.from('["x", "k", "id"]').toString('base64url') }, 'INVALID_CURSOR'],
    [{ text: '   ' }, 'INVALID_INPUT'],
    [{ text: 'a'.repeat(201) }, 'INVALID_INPUT'],
  ])('refuses %j with %s and asks nobody', async (variables, code) => {
    const { errors, fetches } = await hub.ask(SEARCH, { variables });

    expect(errors).toMatchObject([{ path: ['search'], extensions: { code } }]);
    expect(fetches).toEqual([]);
  });

  test('has no field for the agencies own part of it', async () => {
    const { errors } = await hub.ask('{ searchHits(text: "công", first: 1) { totalCount } }');

    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});
