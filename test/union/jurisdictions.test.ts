import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { keyIn, unionId, unitId } from './a-union.js';
import { actingFor, BAC_NINH, done, officeOf, refusal, SOURCE } from './an-office.js';
import { atWork, FEDERATION } from './an-organization.js';
import { WARD } from './a-dispute.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

const CHARGE =
  'id version organization { id } unit { id } zone { id } validity { from to toPrecision } provenance { quote }';

const assigned = (organization: string, more: object = {}) => ({
  input: { organization, unit: WARD, from: '2026-02-01', source: SOURCE, ...more },
  as: BAC_NINH,
  select: CHARGE,
});
const left = ({ id, version }: { id: string; version: number }, more: object = {}) => ({
  input: { id, expectedVersion: version, on: '2026-06-01', source: SOURCE, ...more },
  as: BAC_NINH,
  select: CHARGE,
});

describe('a jurisdiction', () => {
  test('is assigned to an organisation apart from its life, as the source says', async () => {
    const organization = await atWork(asked);

    expect(await done(asked, 'assignJurisdiction', assigned(organization))).toEqual({
      id: expect.any(String),
      version: 1,
      organization: { id: organization },
      unit: { id: WARD },
      zone: null,
      validity: { from: '2026-02-01', to: null, toPrecision: 'UNKNOWN' },
      provenance: [{ quote: SOURCE.quote }],
    });
  });

  test('lets the officers of the organisation register what lies in it', async () => {
    const organization = await atWork(asked);
    const as = officeOf(organization, 'UNION_OFFICER');
    const input = {
      nameVi: 'Công ty May Thử',
      registrationNumber: '2599999999',
      ownership: 'FDI',
      unit: WARD,
      validFrom: '2026-01-01',
    };

    expect(await refusal(asked, 'registerEnterprise', { input, as })).toEqual([['FORBIDDEN_SCOPE', null]]);
    await done(asked, 'assignJurisdiction', assigned(organization));
    await done(asked, 'registerEnterprise', { input, as });
  });

  test('ends on a day, and its history is kept', async () => {
    const organization = await atWork(asked);
    const charge = await done(asked, 'assignJurisdiction', assigned(organization));

    expect(await done(asked, 'endJurisdiction', left(charge))).toMatchObject({
      version: 2,
      validity: { from: '2026-02-01', to: '2026-06-01', toPrecision: 'DAY' },
      provenance: [{}, {}],
    });
    const versions = await asked.subgraph.database
      .fork()
      .execute(
        `select version from record_version where type = 'union_jurisdiction' and key = ? order by version`,
        [keyIn(charge.id)],
      );
    expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
  });

  test('goes over to another organisation on a day, without a gap', async () => {
    const [one, other] = [await atWork(asked), await atWork(asked)];
    const charge = await done(asked, 'assignJurisdiction', assigned(one));

    const next = await done(asked, 'transferJurisdiction', left(charge, { to: other }));
    expect(next).toMatchObject({
      organization: { id: other },
      unit: { id: WARD },
      validity: { from: '2026-06-01', to: null },
    });
    const { data } = await asked.ask(
      `query ($one: ID!) { unionOrganization(id: $one) {
        before: jurisdictions(asOf: "2026-05-31") { unit { id } } after: jurisdictions(asOf: "2026-06-01") { id } } }`,
      { one },
    );
    expect(data.unionOrganization).toEqual({ before: [{ unit: { id: WARD } }], after: [] });
  });
});

describe('a jurisdiction is refused', () => {
  test.each([
    ['without a place', { unit: null }, ['INVALID_INPUT', 'unit']],
    ['with two places', { zone: unitId('bac-ninh-2025') }, ['INVALID_INPUT', 'unit']],
    [
      'of a unit that has ended',
      { unit: unitId('bac-giang') },
      ['GUARD_FAILED', 'union_jurisdiction_unit_key_held'],
    ],
    [
      'before the organisation began',
      { from: '2025-12-31' },
      ['GUARD_FAILED', 'union_jurisdiction_organization_key_held'],
    ],
    ['outside of the scope', { unit: unitId('ha-noi') }, ['FORBIDDEN_SCOPE', null]],
    [
      'from no known source',
      { source: { ...SOURCE, source: 'hearsay' } },
      ['INVALID_INPUT', 'source.source'],
    ],
  ])('%s', async (_, more, why) => {
    const organization = await atWork(asked);

    expect(await refusal(asked, 'assignJurisdiction', assigned(organization, more))).toEqual([why]);
  });

  test('for an organisation out of scope, and to other roles', async () => {
    const organization = unionId('vgcl');
    const input = assigned(FEDERATION).input;

    expect(await refusal(asked, 'assignJurisdiction', assigned(organization))).toEqual([
      ['FORBIDDEN_SCOPE', null],
    ]);
    expect(
      await refusal(asked, 'assignJurisdiction', {
        input,
        as: actingFor('ldld-bac-ninh-2025', 'DATA_STEWARD'),
      }),
    ).toEqual([['FORBIDDEN_SCOPE', 'role']]);
  });

  test('twice for one place on one day', async () => {
    const organization = await atWork(asked);
    await done(asked, 'assignJurisdiction', assigned(organization));

    expect(
      await refusal(asked, 'assignJurisdiction', assigned(organization, { from: '2026-03-01' })),
    ).toEqual([['GUARD_FAILED', 'union_jurisdiction_unit_key_one_per_day']]);
  });

  test('its end, when it has one or lies before the beginning; its transfer, to the same organisation', async () => {
    const organization = await atWork(asked);
    const charge = await done(asked, 'assignJurisdiction', assigned(organization));

    expect(await refusal(asked, 'endJurisdiction', left(charge, { on: '2026-02-01' }))).toEqual([
      ['GUARD_FAILED', 'valid_in_order'],
    ]);
    expect(await refusal(asked, 'transferJurisdiction', left(charge, { to: organization }))).toEqual([
      ['GUARD_FAILED', 'another-organization'],
    ]);
    const over = await done(asked, 'endJurisdiction', left(charge));
    expect(await refusal(asked, 'endJurisdiction', left(over))).toEqual([['GUARD_FAILED', 'ended-once']]);
  });
});
