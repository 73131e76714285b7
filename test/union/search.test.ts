import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

test.each([
  ['Tổng Liên đoàn Lao động Việt Nam', 'ORGANIZATION', 'EXACT', 'Tổng Liên đoàn Lao động Việt Nam'],
  ['vgcl', 'ORGANIZATION', 'ALIAS', 'Tổng Liên đoàn Lao động Việt Nam'],
  ['TLĐLĐVN', 'ORGANIZATION', 'ALIAS', 'Tổng Liên đoàn Lao động Việt Nam'],
  ['LDLD tinh bac giang', 'ORGANIZATION', 'NORMALISED', 'Liên đoàn Lao động tỉnh Bắc Giang'],
  ['Ban TG&NC', 'ORGANIZATION', 'ALIAS', 'Ban Tuyên giáo và Nữ công Liên đoàn Lao động tỉnh Bắc Giang'],
  ['Xã Hiệp Hoà', 'PLACE', 'EXACT', 'Xã Hiệp Hòa'],
  ['tinh bac ninh', 'PLACE', 'NORMALISED', 'Tỉnh Bắc Ninh'],
])('a search for %s among %s finds, as %s, %s', async (text, kind, grade, label) => {
  const { data, statements } = await asked.ask(
    `query ($text: String!, $kind: SearchKind!) { searchHits(text: $text, first: 1, kinds: [$kind]) {
      hits { grade label } } }`,
    { text, kind },
  );

  expect(data.searchHits.hits).toEqual([{ grade, label }]);
  expect(statements).toBe(1);
});

test.each([
  ['hits { label }', undefined, 1],
  ['totalCount hits { label }', 8, 2],
])('a search for { %s } tells the total %p in %i SQL statements', async (selection, total, expected) => {
  const { data, statements } = await asked.ask(
    `{ searchHits(text: "bac giang", first: 1, kinds: [ORGANIZATION]) { ${selection} } }`,
  );

  expect([data.searchHits.totalCount, statements]).toEqual([total, expected]);
});

test('a search for nothing finds nothing and asks the database nothing', async () => {
  const { data, statements } = await asked.ask(
    '{ searchHits(text: " ", first: 1) { totalCount hits { label } } }',
  );

  expect([data.searchHits, statements]).toEqual([{ totalCount: 0, hits: [] }, 0]);
});
