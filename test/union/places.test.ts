import { globalId } from '../../schema/contract/ids.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { IndustrialZone } from '../../subgraphs/union/zone/industrial-zone.entity.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { unionId, unitId, written } from './a-union.js';
import { BAC_NINH, done, refusal } from './an-office.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const WARD = unitId('bac-ninh-phuong-bac-giang');
const FEDERATION = unionId('ldld-bac-ninh-2025');

let asked: Asked;
let zone: string;
beforeAll(async () => {
  asked = await aLoaded(union);
  const [key = ''] = await written(asked, IndustrialZone, [{ nameVi: 'KCN Thử', kind: 'INDUSTRIAL_PARK' }]);
  zone = globalId({ type: 'IndustrialZone', key });
});
afterAll(() => asked.close());

const aQuarter = (more: object = {}) => ({
  kind: 'QUARTER',
  operatorKind: 'HOUSEHOLD',
  sizeBand: 'FROM_11_TO_50',
  unit: WARD,
  validFrom: '2025-08-01',
  ...more,
});
const aFacility = (more: object = {}) => ({
  nameVi: 'Nhà văn hóa Công nhân',
  kind: 'CULTURE_HOUSE',
  unit: WARD,
  organization: FEDERATION,
  validFrom: '2025-08-01',
  ...more,
});

describe('a lodging quarter', () => {
  test('is registered without a name, and read from its unit and its zone', async () => {
    const { id } = await done(asked, 'registerLodgingQuarter', { input: aQuarter({ zone }), as: BAC_NINH });
    const list =
      '{ lodgingQuarters(kind: QUARTER, operatorKind: HOUSEHOLD) { nodes { id sizeBand unit { nameVi } zone { nameVi } } } }';

    const { data } = await asked.ask(
      `query ($id: ID!, $unit: ID!, $zone: ID!) { lodgingQuarter(id: $id) { kind classification }
        unit: administrativeUnit(id: $unit) ${list} zone: industrialZone(id: $zone) ${list} }`,
      { id, unit: WARD, zone },
    );
    const found = {
      lodgingQuarters: {
        nodes: [
          {
            id,
            sizeBand: 'FROM_11_TO_50',
            unit: { nameVi: 'Phường Bắc Giang' },
            zone: { nameVi: 'KCN Thử' },
          },
        ],
      },
    };
    expect(data).toEqual({
      lodgingQuarter: { kind: 'QUARTER', classification: 'PUBLIC' },
      unit: found,
      zone: found,
    });
  });

  test('is described anew and ended, and then is none of a later day', async () => {
    const { id } = await done(asked, 'registerLodgingQuarter', {
      input: aQuarter({ kind: 'HOUSE' }),
      as: BAC_NINH,
    });
    const amended = { ...aQuarter({ kind: 'HOUSE', operatorKind: 'COMPANY' }), id, expectedVersion: 1 };
    await done(asked, 'amendLodgingQuarter', { input: amended, as: BAC_NINH });
    await done(asked, 'endLodgingQuarter', {
      input: { id, expectedVersion: 2, on: '2026-01-01' },
      as: BAC_NINH,
    });

    const { data } = await asked.ask(
      `query ($unit: ID!) { before: lodgingQuarters(unit: $unit, kind: HOUSE, asOf: "2025-12-31") { nodes { operatorKind } }
        after: lodgingQuarters(unit: $unit, kind: HOUSE, asOf: "2026-01-01") { nodes { id } } }`,
      { unit: unitId('bac-ninh-2025') },
    );
    expect(data).toEqual({ before: { nodes: [{ operatorKind: 'COMPANY' }] }, after: { nodes: [] } });
  });

  test('is refused outside of the own territory', async () => {
    const input = aQuarter({ unit: unitId('ha-noi') });

    expect(await refusal(asked, 'registerLodgingQuarter', { input, as: BAC_NINH })).toEqual([
      ['FORBIDDEN_SCOPE', null],
    ]);
  });
});

describe('a facility', () => {
  test('is registered for a union, and read from the union and its unit', async () => {
    const { id } = await done(asked, 'registerFacility', { input: aFacility(), as: BAC_NINH });
    const list =
      '{ facilities(kind: CULTURE_HOUSE, name: "van hoa") { nodes { id organization { id } unit { id } } } }';

    const { data } = await asked.ask(
      `query ($unit: ID!, $union: ID!) { unit: administrativeUnit(id: $unit) ${list} union: unionOrganization(id: $union) ${list} }`,
      { unit: WARD, union: FEDERATION },
    );
    const found = { facilities: { nodes: [{ id, organization: { id: FEDERATION }, unit: { id: WARD } }] } };
    expect(data).toEqual({ unit: found, union: found });
  });

  test('is described anew and ended', async () => {
    const { id } = await done(asked, 'registerFacility', {
      input: aFacility({ kind: 'OTHER' }),
      as: BAC_NINH,
    });
    const amended = {
      ...aFacility({ kind: 'CLINIC', nameVi: 'Trạm y tế Công đoàn' }),
      id,
      expectedVersion: 1,
    };
    await done(asked, 'amendFacility', { input: amended, as: BAC_NINH });
    await done(asked, 'endFacility', { input: { id, expectedVersion: 2, on: '2026-01-01' }, as: BAC_NINH });

    const { data } = await asked.ask(
      'query ($id: ID!) { facility(id: $id) { kind nameVi validity { to } } }',
      { id },
    );
    expect(data.facility).toEqual({
      kind: 'CLINIC',
      nameVi: 'Trạm y tế Công đoàn',
      validity: { to: '2026-01-01' },
    });
  });

  test('is refused for a union that had ended', async () => {
    const input = aFacility({ organization: unionId('ldld-bac-giang') });

    expect(await refusal(asked, 'registerFacility', { input, as: BAC_NINH })).toEqual([
      ['GUARD_FAILED', 'facility_organization_key_held'],
    ]);
  });
});
