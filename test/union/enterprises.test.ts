import { globalId } from '../../schema/contract/ids.js';
import { UnionLevel } from '../../subgraphs/union/organization/union-level.js';
import { UnionOrganization } from '../../subgraphs/union/organization/union-organization.entity.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { IndustrialZone } from '../../subgraphs/union/zone/industrial-zone.entity.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf, unionId, unionsBelow, unitId, written } from './a-union.js';
import { actingFor, BAC_NINH, change, done, officeOf, refusal } from './an-office.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const WARD = unitId('bac-ninh-phuong-bac-giang');
const STEWARD = actingFor('vgcl', 'DATA_STEWARD');

let asked: Asked;
let grassroots: string;
let zone: string;
beforeAll(async () => {
  asked = await aLoaded(union);
  [grassroots = ''] = await unionsBelow(asked, unionId('ldld-bac-ninh-2025'), ['CĐCS Dệt Lụa'], '2025-07-01');
  const [key = ''] = await written(asked, IndustrialZone, [{ nameVi: 'KCN Thử', kind: 'INDUSTRIAL_PARK' }]);
  zone = globalId({ type: 'IndustrialZone', key });
});
afterAll(() => asked.close());

let numbers = 1_000_000_000;
const anEnterprise = (more: object = {}) => ({
  nameVi: 'Công ty Dệt Lụa',
  registrationNumber: String(numbers++),
  ownership: 'FDI',
  sizeClass: 'LARGE',
  unit: WARD,
  validFrom: '2025-08-01',
  ...more,
});
const register = (more: object = {}, as = BAC_NINH) =>
  done(asked, 'registerEnterprise', { input: anEnterprise(more), as });

describe('an enterprise', () => {
  test('is registered by an officer in whose territory it lies, and read by everybody', async () => {
    const { id } = await register({ nameVi: 'Công ty May Hòa Bình', zone, grassrootsUnion: grassroots });

    const { data } = await asked.ask(
      `query ($id: ID!) { enterprise(id: $id) { nameVi ownership sizeClass classification version
        validity { from to } unit { nameVi } zone { nameVi } grassrootsUnion { nameVi } } }`,
      { id },
    );
    expect(data.enterprise).toEqual({
      nameVi: 'Công ty May Hòa Bình',
      ownership: 'FDI',
      sizeClass: 'LARGE',
      classification: 'PUBLIC',
      version: 1,
      validity: { from: '2025-08-01', to: null },
      unit: { nameVi: 'Phường Bắc Giang' },
      zone: { nameVi: 'KCN Thử' },
      grassrootsUnion: { nameVi: 'CĐCS Dệt Lụa' },
    });
  });

  test('is listed by unit and all above it, zone, union, ownership, size, number and name', async () => {
    const { id } = await register({
      nameVi: 'Công ty Sứ Trắng',
      registrationNumber: '2400000001',
      ownership: 'COOPERATIVE',
      sizeClass: 'MICRO',
      zone,
      grassrootsUnion: grassroots,
    });
    const lists = [
      `unit: "${WARD}", name: "sứ tr"`,
      `unit: "${unitId('bac-ninh-2025')}", name: "su trang"`,
      `zone: "${zone}", sizeClass: MICRO`,
      `grassrootsUnion: "${grassroots}", ownership: COOPERATIVE`,
      'registrationNumber: "2400000001", asOf: "2025-08-01"',
    ];
    for (const list of lists) {
      const { data, statements } = await asked.ask(`{ enterprises(${list}) { nodes { id } } }`);
      expect([list, data?.enterprises.nodes]).toEqual([list, [{ id }]]);
      expect(statements).toBe(list.startsWith('unit') ? 2 : 1);
    }
    const { data } = await asked.ask('{ enterprises(name: "sứ tr", asOf: "2025-07-31") { totalCount } }');
    expect(data.enterprises.totalCount).toBe(0);
  });

  test('is found from its unit, its zone and its union', async () => {
    const { id } = await register({ nameVi: 'Công ty Gốm', zone, grassrootsUnion: grassroots });
    const list = '{ enterprises(name: "gốm") { nodes { id } } }';

    const { data, statements } = await asked.ask(
      `query ($unit: ID!, $zone: ID!, $union: ID!) {
        unit: administrativeUnit(id: $unit) ${list} zone: industrialZone(id: $zone) ${list}
        union: unionOrganization(id: $union) ${list} }`,
      { unit: WARD, zone, union: grassroots },
    );
    const found = { enterprises: { nodes: [{ id }] } };
    expect(data).toEqual({ unit: found, zone: found, union: found });
    expect(statements).toBe(6);
  });

  test('is described anew as a new version, and what is left out is taken away', async () => {
    const { id, version } = await register({ nameEn: 'Silk', registrationNumber: '2400000002' });
    const input = { ...anEnterprise({ registrationNumber: '2400000002' }), sizeClass: 'SMALL' };

    const node = await done(asked, 'amendEnterprise', {
      input: { ...input, id, expectedVersion: version },
      as: STEWARD,
      select: 'version nameEn sizeClass',
    });
    expect(node).toEqual({ version: 2, nameEn: null, sizeClass: 'SMALL' });
  });

  test('that has ended leaves its number to another', async () => {
    const registrationNumber = '2400000003';
    const { id } = await register({ registrationNumber });
    await done(asked, 'endEnterprise', { input: { id, expectedVersion: 1, on: '2026-01-01' }, as: BAC_NINH });

    const next = await register({ registrationNumber, validFrom: '2026-01-01' });

    expect(next.version).toBe(1);
  });
});

describe('an enterprise is refused', () => {
  test.each([
    [
      'with the number of another of the same day',
      { registrationNumber: '2400000009' },
      ['GUARD_FAILED', 'enterprise_registration_number_one_per_day'],
    ],
    [
      'with a number that is none',
      { registrationNumber: '12' },
      ['GUARD_FAILED', 'enterprise_registration_number_form'],
    ],
    ['in a unit that had ended', { unit: unitId('bac-giang') }, ['GUARD_FAILED', 'enterprise_unit_key_held']],
    ['without a name', { nameVi: ' ' }, ['INVALID_INPUT', 'nameVi']],
    [
      'with a federation as its grassroots union',
      { grassrootsUnion: unionId('ldld-bac-ninh-2025') },
      ['GUARD_FAILED', 'grassroots-union'],
    ],
    ['with a state-secret mark', { nameVi: 'Công ty (Mật)' }, ['STATE_SECRET_NOT_ADMISSIBLE', null]],
  ])('%s', async (_, more, why) => {
    await register({ registrationNumber: '2400000009' }).catch(() => null);
    const input = anEnterprise(more);

    expect(await refusal(asked, 'registerEnterprise', { input, as: STEWARD })).toEqual([why]);
  });

  test('to an officer of another province, and to stewards of other agencies', async () => {
    const elsewhere = await written(asked, UnionOrganization, [
      { nameVi: 'LĐLĐ nơi khác', level: UnionLevel.PROVINCIAL },
    ]);
    const stranger = globalId({ type: 'UnionOrganization', key: elsewhere[0] ?? '' });
    const police = idOf('PoliceOrganization', 'bca');
    for (const [organization, role] of [
      [stranger, 'UNION_OFFICER'],
      [police, 'DATA_STEWARD'],
    ] as const) {
      const as = officeOf(organization, role);
      const { errors } = await change(asked, 'registerEnterprise', { input: anEnterprise(), as });
      expect(errors).toMatchObject([{ code: 'FORBIDDEN_SCOPE' }]);
    }
  });

  test('to end twice, or before its first day', async () => {
    const { id } = await register();
    const end = (expectedVersion: number, on: string) => ({
      input: { id, expectedVersion, on },
      as: BAC_NINH,
    });

    expect(await refusal(asked, 'endEnterprise', end(1, '2025-08-01'))).toEqual([
      ['GUARD_FAILED', 'valid_in_order'],
    ]);
    await done(asked, 'endEnterprise', end(1, '2026-08-01'));
    expect(await refusal(asked, 'endEnterprise', end(2, '2026-09-01'))).toEqual([
      ['GUARD_FAILED', 'ended-once'],
    ]);
    expect(await refusal(asked, 'endEnterprise', end(1, '2026-09-01'))).toEqual([
      ['STALE_VERSION', 'expectedVersion'],
    ]);
  });
});
