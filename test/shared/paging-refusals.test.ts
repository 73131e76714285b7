import { ANONYMOUS } from '../../schema/contract/caller.js';
import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { AdministrativeUnit } from '../../subgraphs/union/territory/administrative-unit.entity.js';
import type { SubgraphContext } from '../../subgraphs/shared/context.js';
import { BY_KEY } from '../../subgraphs/shared/reading/orders.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { codeOf } from '../union/a-union.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let territory: Asked;
let awards: Asked;
beforeAll(async () => {
  [territory, awards] = await Promise.all([aLoaded(union, { withLists: true }), aLoaded(recognition)]);
});
afterAll(() => Promise.all([territory.close(), awards.close()]));

function cursor(property: string, direction: string, value: string): string {
  return Buffer.from(JSON.stringify([property, direction, value, crypto.randomUUID()])).toString('base64url');
}

describe('a forged cursor', () => {
  test.each(['many', '99999999999999999999999999999999999', '1e3', '', '2022\0'])(
    'whose year is %j: INVALID_CURSOR',
    async (year) => {
      const query = 'query ($after: String) { recognitionBatches(after: $after) { nodes { id } } }';

      expect(codeOf(await awards.ask(query, { after: cursor('year', 'DESC', year) }))).toBe('INVALID_CURSOR');
    },
  );

  test('with NUL in its text: INVALID_CURSOR', async () => {
    const query = 'query ($after: String) { administrativeUnits(after: $after) { nodes { id } } }';
    const after = cursor('sortKey', 'ASC', 'a\0');

    expect(codeOf(await territory.ask(query, { after }))).toBe('INVALID_CURSOR');
  });

  test.each(['x', '[]', '[1,"a"]', '[99999999999,"a","b"]', '[1,"\\u0000","b"]', '{}'])(
    'of a search, %s: INVALID_CURSOR',
    async (after) => {
      const query =
        'query ($after: String) { searchHits(text: "ha noi", first: 1, after: $after) { totalCount } }';

      expect(codeOf(await territory.ask(query, { after }))).toBe('INVALID_CURSOR');
    },
  );
});

describe('a cursor over numbers', () => {
  test('leads through all rows once', async () => {
    const query = `query ($after: String) { recognitionBatches(first: 3, after: $after) {
      totalCount nodes { id } pageInfo { endCursor hasNextPage } } }`;
    const ids: string[] = [];
    for (let after: string | undefined; ;) {
      const { data } = await awards.ask(query, { after });
      const { totalCount, nodes, pageInfo } = data.recognitionBatches;
      ids.push(...nodes.map(({ id }: { id: string }) => id));
      if (!pageInfo.hasNextPage)
        return expect([new Set(ids).size, ids.length]).toEqual([totalCount, totalCount]);
      after = pageInfo.endCursor;
    }
  });
});

describe('a text', () => {
  const UNITS =
    'query ($name: String, $code: String) { administrativeUnits(name: $name, code: $code) { totalCount } }';

  test.each(['', '   ', '?!', '—'])('without a letter, %j, matches nothing', async (name) => {
    const { data, errors } = await territory.ask(UNITS, { name });

    expect(errors).toBeUndefined();
    expect(data.administrativeUnits.totalCount).toBe(0);
  });

  test.each([
    ['a name of more than 200 characters', { name: 'a'.repeat(201) }],
    ['a name with NUL', { name: 'ha\0noi' }],
    ['a code with NUL', { code: '2\0' }],
  ])('%s: INVALID_INPUT', async (_, variables) => {
    expect(codeOf(await territory.ask(UNITS, variables))).toBe('INVALID_INPUT');
  });

  test('may repeat its words', async () => {
    const { data } = await territory.ask(UNITS, { name: 'bac giang bac giang' });
    const { data: once } = await territory.ask(UNITS, { name: 'bac giang' });

    expect(data).toEqual(once);
  });

  test.each(['a'.repeat(201), 'ha\0noi'])('to search for is held to the same: %#', async (text) => {
    const query = 'query ($text: String!) { searchHits(text: $text, first: 1) { totalCount } }';

    expect(codeOf(await territory.ask(query, { text }))).toBe('INVALID_INPUT');
  });
});

test('the year 0 has no days: INVALID_DATE', async () => {
  expect(codeOf(await territory.ask('{ administrativeUnits(asOf: "0000-01-01") { totalCount } }'))).toBe(
    'INVALID_DATE',
  );
});

test('the last day that can be written is answered', async () => {
  const { errors } = await territory.ask(
    '{ administrativeUnits(asOf: "9999-12-31") { totalCount } membershipStatistics(asKnownOn: "9999-12-31") { totalCount } }',
  );

  expect(errors).toBeUndefined();
});

test('a list that is read whole is never cut silently', async () => {
  const { read } = territory.subgraph.contextFor({ requestId: 'test', caller: ANONYMOUS }) as SubgraphContext;
  await expect(read.whole(AdministrativeUnit, { filters: [], order: BY_KEY })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
});
