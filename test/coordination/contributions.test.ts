import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf } from './first-activities.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(coordination);
});
afterAll(() => asked.close());

const VGCL = idOf('UnionOrganization', 'vgcl');
const BAC_GIANG = idOf('UnionOrganization', 'ldld-bac-giang');
const BAC_NINH = idOf('UnionOrganization', 'ldld-bac-ninh-2025');

describe('the agreements of a union organisation', () => {
  const AGREEMENTS = `agreements(asOf: "2024-03-31") { totalCount
    nodes { ordinal } edges { node { ordinal } isDirect appliesThrough { ... on UnionOrganization { id } } } }`;
  const below = { id: BAC_GIANG, ancestors: [{ id: VGCL }] };

  test('include those of the unions above it, and tell through whom they apply', async () => {
    const { data, statements } = await asked.entities('UnionOrganization', [below], AGREEMENTS);

    expect(data._entities).toEqual([
      {
        agreements: {
          totalCount: 1,
          nodes: [{ ordinal: 2 }],
          edges: [{ node: { ordinal: 2 }, isDirect: false, appliesThrough: [{ id: VGCL }] }],
        },
      },
    ]);
    expect(statements).toBe(2);
  });

  test('are direct for the party itself', async () => {
    const { data } = await asked.entities('UnionOrganization', [{ id: VGCL, ancestors: [] }], AGREEMENTS);

    expect(data._entities[0].agreements.edges).toMatchObject([
      { isDirect: true, appliesThrough: [{ id: VGCL }] },
    ]);
  });

  test('of other organisations do not appear', async () => {
    const stranger = { id: idOf('UnionOrganization', 'stranger'), ancestors: [] };
    const { data } = await asked.entities('UnionOrganization', [stranger], AGREEMENTS);

    expect(data._entities[0].agreements.totalCount).toBe(0);
  });

  test('cost the same for three organisations as for one', async () => {
    const three = [below, { id: VGCL, ancestors: [] }, { id: BAC_NINH, ancestors: [{ id: VGCL }] }];
    const { data, statements } = await asked.entities('UnionOrganization', three, AGREEMENTS);

    expect(data._entities).toHaveLength(3);
    expect(statements).toBe(2);
  });

  test('are refused with a malformed id', async () => {
    const { errors } = await asked.entities('UnionOrganization', [{ id: 'x', ancestors: [] }], AGREEMENTS);

    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ID' } }]);
  });
});

describe('the agreements of a police organisation', () => {
  test('include those of the ministry above it', async () => {
    const { data, statements } = await asked.ask(
      `query ($id: ID!) { policeOrganization(id: $id) { agreements(asOf: "2024-03-31") { edges {
        isDirect node { kind ordinal nameVi } appliesThrough { ... on PoliceOrganization { nameVi } }
      } } } }`,
      { id: idOf('PoliceOrganization', 'cong-an-bac-giang') },
    );

    expect(data.policeOrganization.agreements.edges).toMatchObject([
      { isDirect: true, node: { kind: 'PROGRAMME' } },
      { isDirect: false, node: { kind: 'PROGRAMME' }, appliesThrough: [{ nameVi: 'Bộ Công an' }] },
      { isDirect: false, node: { kind: 'REGULATION', ordinal: 2 } },
    ]);
    expect(statements).toBe(3);
  });
});

describe('the counterpart', () => {
  const COUNTERPART = (args: string): string => `policeCounterpart${args} { nameVi validity { from to } }`;

  test.each([
    ['VGCL', VGCL, '2024-03-31', 'Bộ Công an'],
    ['Bắc Giang', BAC_GIANG, '2024-03-31', 'Công an tỉnh Bắc Giang'],
    ['Bắc Giang', BAC_GIANG, '2025-06-30', 'Công an tỉnh Bắc Giang'],
    ['Bắc Giang', BAC_GIANG, '2025-07-01', null],
    ['Bắc Ninh', BAC_NINH, '2025-06-30', null],
    ['Bắc Ninh', BAC_NINH, '2025-07-01', 'Công an tỉnh Bắc Ninh'],
  ])('of the union of %s (%s) on %s is %s', async (_, id, asOf, name) => {
    const { data } = await asked.entities('UnionOrganization', [{ id }], COUNTERPART(`(asOf: "${asOf}")`));

    expect(data._entities[0].policeCounterpart?.nameVi ?? null).toBe(name);
  });

  test('of a union that has ended is its last one, where no day is asked', async () => {
    const { data, statements } = await asked.entities(
      'UnionOrganization',
      [{ id: BAC_GIANG }, { id: BAC_NINH }],
      COUNTERPART(''),
    );

    expect(data._entities).toEqual([
      { policeCounterpart: { nameVi: 'Công an tỉnh Bắc Giang', validity: { from: null, to: '2025-07-01' } } },
      { policeCounterpart: { nameVi: 'Công an tỉnh Bắc Ninh', validity: { from: '2025-07-01', to: null } } },
    ]);
    expect(statements).toBe(2);
  });

  test('of the ministry is the VGCL, with the fields in which they work together and two sources', async () => {
    const { data } = await asked.ask(
      `query ($id: ID!) { policeOrganization(id: $id) {
        unionCounterpart { id } unionCounterparts { unionSide { id } policeSide { id } fieldsVi provenance { fact } }
      } }`,
      { id: idOf('PoliceOrganization', 'mps') },
    );

    expect(data.policeOrganization.unionCounterpart).toEqual({ id: VGCL });
    expect(data.policeOrganization.unionCounterparts).toMatchObject([
      { unionSide: { id: VGCL }, provenance: [{ fact: 'F000-09' }, { fact: 'F001-07' }] },
    ]);
  });
});

describe('an organisation', () => {
  test('leads to the documents that it issued, latest first', async () => {
    const { data, statements } = await asked.entities(
      'UnionOrganization',
      [{ id: BAC_GIANG }],
      'documents { totalCount nodes { symbol } }',
    );

    expect(data._entities[0].documents).toEqual({
      totalCount: 5,
      nodes: ['/BC-LĐLĐ', '272/KH-LĐLĐ', '229/KH-LĐLĐ', '168/KH-LĐLĐ', '215/KH-LĐLĐ'].map((symbol) => ({
        symbol,
      })),
    });
    expect(statements).toBe(2);
  });

  test.each([
    ['2023-04-24', []],
    ['2023-04-25', ['Nguyễn Đình Khang']],
    ['2023-12-22', ['Nguyễn Đình Khang']],
    ['2024-03-31', []],
  ])('leads to the officials that sources attest on %s: %j', async (asOf, names) => {
    const { data } = await asked.entities(
      'UnionOrganization',
      [{ id: VGCL }],
      `officials(asOf: "${asOf}") { official { name } }`,
    );

    expect(data._entities[0].officials.map((each: Held) => each.official.name)).toEqual(names);
  });
});

interface Held {
  readonly official: { readonly name: string };
}

describe('the police of a territory', () => {
  const POLICE = (asOf: string): string => `policeOrganizations(asOf: "${asOf}") { nameVi level }`;

  test.each([
    ['bac-giang', '2025-06-30', ['Công an tỉnh Bắc Giang']],
    ['bac-giang', '2025-07-01', []],
    ['bac-ninh-2025', '2025-07-01', ['Công an tỉnh Bắc Ninh']],
    ['huyen-viet-yen', '2024-01-31', ['Công an huyện Việt Yên']],
    ['thi-xa-viet-yen', '2024-02-01', ['Công an thị xã Việt Yên']],
    ['huyen-hiep-hoa', '2025-02-28', ['Công an huyện Hiệp Hòa']],
    ['huyen-hiep-hoa', '2025-03-01', []],
    ['bac-ninh-phuong-viet-yen', '2025-07-01', ['Công an phường Việt Yên']],
  ])('%s on %s are %j', async (unit, asOf, names) => {
    const { data } = await asked.entities(
      'AdministrativeUnit',
      [{ id: idOf('AdministrativeUnit', unit) }],
      POLICE(asOf),
    );

    expect(data._entities[0].policeOrganizations.map((each: { nameVi: string }) => each.nameVi)).toEqual(
      names,
    );
  });

  test('cost the same for many territories as for one', async () => {
    const units = ['bac-ninh-2025', 'bac-ninh-phuong-nenh', 'bac-ninh-xa-kep'].map((name) => ({
      id: idOf('AdministrativeUnit', name),
    }));
    const { data, statements } = await asked.entities('AdministrativeUnit', units, POLICE('2026-01-01'));

    expect(data._entities).toMatchObject([
      { policeOrganizations: [{ level: 'PROVINCIAL' }] },
      { policeOrganizations: [{ level: 'COMMUNE' }] },
      { policeOrganizations: [{ level: 'COMMUNE' }] },
    ]);
    expect(statements).toBe(2);
  });
});
