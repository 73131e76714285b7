import { union } from '../../subgraphs/union/subgraph.js';
import { UnionOrganization } from '../../subgraphs/union/organization/union-organization.entity.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { written } from './a-union.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

interface Hit {
  readonly id: string;
  readonly rank: number;
  readonly label: string;
  readonly sortKey: string;
}

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
  const names = ['Công đoàn Sao', 'Công đoàn Sao Mai', 'Công đoàn Sao Mai Xanh'];
  const alike = Array.from({ length: 12 }, () => 'Công đoàn Sao Mai Sáng');
  const others = [{ nameVi: 'Hội Thợ', otherNames: ['Sao Mai'] }];
  await written(asked, UnionOrganization, [
    ...[...names, ...alike].map((nameVi) => ({ nameVi, level: 'GRASSROOTS' })),
    ...others.map((named) => ({ ...named, level: 'GRASSROOTS' })),
  ]);
});
afterAll(() => asked.close());

async function found(first: number, after?: Hit): Promise<readonly Hit[]> {
  const { data, errors } = await asked.ask(
    `query ($first: Int!, $after: String) { searchHits(text: "sao mai", first: $first, after: $after) {
      hits { id rank label sortKey } } }`,
    { first, after: after && JSON.stringify([after.rank, after.sortKey, after.id]) },
  );
  expect(errors).toBeUndefined();
  return data.searchHits.hits;
}

test.each([1, 5, 13])('pages of %i hits hold each match once, in the order of one page', async (first) => {
  const all = await found(100);
  const paged: Hit[] = [];
  for (let page = await found(first); page.length > 0; page = await found(first, paged.at(-1)))
    paged.push(...page);

  expect(paged).toEqual(all);
  expect(new Set(all.map(({ id }) => id)).size).toBe(15);
});

test('a whole name comes before a part of one, and a short name before a long one', async () => {
  const labels = (await found(4)).map(({ label }) => label);

  expect(labels).toEqual([
    'Hội Thợ',
    'Công đoàn Sao Mai',
    'Công đoàn Sao Mai Sáng',
    'Công đoàn Sao Mai Sáng',
  ]);
});
