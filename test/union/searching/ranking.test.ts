import { union } from '../../../subgraphs/union/subgraph.js';
import { UnionOrganization } from '../../../subgraphs/union/organization/union-organization.entity.js';
import { aLoaded, type Asked } from '../../support/loaded.js';
import { written, type Written } from '../a-union.js';
import { allHits, allNamed, pagedHits, pagedNamed, pagedNamedBack } from './naive.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';

/** Every name begins with the first words; the last ones stand in hardly any name. */
const COMMON = ['Công', 'đoàn', 'Cơ', 'sở'];
const WORDS = [
  'Hòa',
  'Hoà',
  'Hoa',
  'Phát',
  'Sao',
  'Mai',
  'Đông',
  'Điện',
  'tử',
  'May',
  '2e5x',
  '12',
  '120',
  'thợ',
];
const RARE = ['Quýnh', 'Ngoằng', 'Ðặng', 'ß'];

const nameWord = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 4, arbitrary: fc.constantFrom(...COMMON) },
);
const name = fc
  .tuple(fc.constantFrom(0, 2, 4), fc.array(nameWord, { minLength: 1, maxLength: 4 }))
  .map(([common, words]) => [...COMMON.slice(0, common), ...words].join(' '));
const union_ = fc.record({
  nameVi: name,
  nameEn: fc.option(name, { freq: 2 }),
  otherNames: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(name, { maxLength: 2 }) },
  ),
  classification: fc.oneof(
    { weight: 6, arbitrary: fc.constant('PUBLIC') },
    { weight: 1, arbitrary: fc.constant('INTERNAL') },
  ),
});

/** The same unions in every run. */
const UNIONS: readonly Written[] = [
  ...fc.sample(union_, { numRuns: 300, seed: 7 }),
  ...RARE.map((rare) => ({ nameVi: `Công đoàn ${rare} Hòa` })),
  ...RARE.map((rare) => ({ nameVi: 'Công đoàn Sao', otherNames: [`${rare} Mai`, 'Điện tử'] })),
].map((each) => ({ ...each, level: 'GRASSROOTS' }));

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
  await written(asked, UnionOrganization, UNIONS);
  await asked.subgraph.database.fork().execute('analyze union_organization');
});
afterAll(() => asked.close());

const names = UNIONS.flatMap(({ nameVi, nameEn, otherNames }) => [
  nameVi,
  nameEn,
  ...((otherNames as string[]) ?? []),
]);
/** Texts as they are asked: whole names, and some words or beginnings of words, with marks or without. */
const text = fc.oneof(
  fc.constantFrom(...names.filter((each) => typeof each === 'string')),
  fc
    .array(fc.tuple(fc.constantFrom(...COMMON, ...WORDS, ...RARE), fc.integer({ min: 1, max: 5 })), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.map(([word, length]) => word.slice(0, length)).join(' ')),
);
const asWritten = fc.constantFrom(
  (each: string) => each,
  (each: string) => each.toUpperCase(),
  (each: string) => each.normalize('NFD').replaceAll(/\p{M}|đ/gu, (mark) => (mark === 'đ' ? 'd' : '')),
);

test('a search finds, page by page, what ranking all unions would find', async () => {
  const property = fc.asyncProperty(
    text,
    asWritten,
    fc.constantFrom(3, 20, 100),
    async (words, write, first) => {
      const sought = write(words);
      const all = await allHits(asked, sought);
      const paged = await pagedHits(asked, sought, first > 3 || all.length < 50 ? first : 20);

      expect(paged).toEqual(all);
    },
  );
  await fc.assert(property, { numRuns: 25 });
});

test.each(['công đoàn', 'ngoang', 'ngoang mai', 'quynh hoa'])(
  'a search for %s finds something',
  async (sought) => {
    expect(await pagedHits(asked, sought, 100)).not.toEqual([]);
  },
);

test('a list by words holds, page by page from either end, all unions that match, in its order', async () => {
  const property = fc.asyncProperty(
    text,
    asWritten,
    fc.constantFrom(20, 100),
    fc.constantFrom(pagedNamed, pagedNamedBack),
    async (words, write, size, read) => {
      const sought = write(words);

      expect(await read(asked, sought, size)).toEqual(await allNamed(asked, sought));
    },
  );
  await fc.assert(property, { numRuns: 25 });
});

test.each(['công đoàn', 'ngoang', 'cong doan quynh', 'công đoàn ß'])(
  'a list by %s holds what matches',
  async (sought) => {
    const found = await pagedNamed(asked, sought, 100);

    expect(found.ids).not.toEqual([]);
    expect(found).toEqual(await allNamed(asked, sought));
  },
);
