import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { unitId } from './a-union.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const VIET_YEN = ['Phường Nếnh', 'Phường Tự Lạn', 'Phường Vân Hà', 'Phường Việt Yên'];
const HIEP_HOA = ['Xã Hiệp Hòa', 'Xã Hoàng Vân', 'Xã Hợp Thịnh', 'Xã Xuân Cẩm'];
const BAC_GIANG_CITY = [
  'Phường Bắc Giang',
  'Phường Cảnh Thụy',
  'Phường Đa Mai',
  'Phường Tân An',
  'Phường Tân Tiến',
  'Phường Tiền Phong',
  'Phường Yên Dũng',
  'Xã Đồng Việt',
];

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

async function successorsOf(unit: string, asOf?: string): Promise<readonly string[]> {
  const { data, errors } = await asked.ask(
    `query ($id: ID!, $asOf: LocalDate) { administrativeUnit(id: $id) { successorUnits(asOf: $asOf) { nameVi } } }`,
    { id: unitId(unit), asOf },
  );
  expect(errors).toBeUndefined();
  return data.administrativeUnit.successorUnits.map(({ nameVi }: { nameVi: string }) => nameVi);
}

function entitiesOf(units: readonly string[]): ReturnType<Asked['entities']> {
  const representations = units.map((unit) => ({ id: unitId(unit) }));
  return asked.entities('AdministrativeUnit', representations, 'successorUnits { nameVi }');
}

describe('the territory of a key area of 2024', () => {
  test.each([
    ['huyen-viet-yen', VIET_YEN],
    ['huyen-hiep-hoa', HIEP_HOA],
    ['thanh-pho-bac-giang', BAC_GIANG_CITY],
    ['huyen-yen-dung', BAC_GIANG_CITY],
  ])('%s is now %j', async (unit, names) => {
    expect((await successorsOf(unit)).toSorted()).toEqual(names.toSorted());
  });

  test.each([
    ['huyen-viet-yen', '2024-01-31', ['Huyện Việt Yên']],
    ['huyen-viet-yen', '2024-02-01', ['Thị xã Việt Yên']],
    ['huyen-yen-dung', '2024-12-31', ['Huyện Yên Dũng']],
    ['huyen-yen-dung', '2025-06-30', ['Thành phố Bắc Giang']],
    ['bac-ninh-2025', '2025-06-30', []],
  ])('%s was on %s: %j', async (unit, day, names) => {
    expect(await successorsOf(unit, day)).toEqual(names);
  });

  test('costs as many statements for many units as for one', async () => {
    const one = await entitiesOf(['huyen-viet-yen']);
    const many = await entitiesOf(['huyen-viet-yen', 'huyen-hiep-hoa', 'thanh-pho-bac-giang', 'bac-giang']);

    expect(many.errors).toBeUndefined();
    expect([one.statements, many.statements]).toEqual([3, 3]);
  });
});

describe('the units of a day', () => {
  test.each([
    ['2025-06-30', 63, 6],
    ['2025-07-01', 34, 6],
    ['2026-04-30', 34, 7],
  ])('on %s: %i provinces, %i of them centrally-run cities', async (day, provinces, cities) => {
    const { data } = await asked.ask(
      `query ($day: LocalDate!) {
        all: administrativeUnits(asOf: $day, level: PROVINCE) { totalCount }
        cities: administrativeUnits(asOf: $day, unitType: THANH_PHO_TRUC_THUOC_TW) { totalCount }
      }`,
      { day },
    );

    expect(data).toEqual({ all: { totalCount: provinces }, cities: { totalCount: cities } });
  });

  test.each([
    ['bac-giang', '2024-01-31', 'Huyện Việt Yên'],
    ['bac-giang', '2024-02-01', 'Thị xã Việt Yên'],
    ['bac-ninh-2025', '2025-07-01', 'Phường Việt Yên'],
  ])('below %s on %s include %s', async (unit, asOf, name) => {
    const { data } = await asked.ask(
      `query ($id: ID!, $asOf: LocalDate!) { administrativeUnit(id: $id) {
        children(asOf: $asOf, name: "việt yên") { totalCount nodes { nameVi } } } }`,
      { id: unitId(unit), asOf },
    );

    expect(data.administrativeUnit.children).toEqual({ totalCount: 1, nodes: [{ nameVi: name }] });
  });
});
