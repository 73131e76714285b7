import { globalId } from '../../schema/contract/ids.js';
import { UnionLevel } from '../../subgraphs/union/organization/union-level.js';
import { UnionOrganization } from '../../subgraphs/union/organization/union-organization.entity.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { anEnterprise, MEALS, reported, through, WAGES } from './a-dispute.js';
import { idOf, unionId, unitId, written } from './a-union.js';
import { actingFor, BAC_NINH, officeOf, VGCL } from './an-office.js';
import { ANONYMOUS, type Caller } from '../../schema/contract/caller.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const POLICE = officeOf(idOf('PoliceOrganization', 'mps'), 'POLICE_OFFICER');

let asked: Asked;
let enterprise: string;
let stranger: Caller;
beforeAll(async () => {
  asked = await aLoaded(union);
  enterprise = await anEnterprise(asked);
  const [key = ''] = await written(asked, UnionOrganization, [
    { nameVi: 'LĐLĐ nơi khác', level: UnionLevel.PROVINCIAL },
  ]);
  stranger = officeOf(globalId({ type: 'UnionOrganization', key }), 'UNION_OFFICER');
});
afterAll(() => asked.close());

const READ = `query ($id: ID!) { labourDisputeCase(id: $id) {
  state resolution kind cause mainClaim startedOn classification
  enterprise { nameVi } handlingUnion { id } province { nameVi }
  claims { kind outcome workersBand amount { value unit } resolvedAmount { value } outstanding { value formula }
    disputeCase { id } } } }`;

async function read(id: string, as: Caller = BAC_NINH) {
  const { data, errors } = await asked.ask(READ, { id }, as);
  return { node: data?.labourDisputeCase, codes: errors?.map(({ extensions }) => extensions?.['code']) };
}

describe('a dispute', () => {
  test('goes from its report to its end, and shows what was claimed, paid and left', async () => {
    const { id, claims } = await reported(asked, enterprise, { claims: [WAGES, MEALS] });
    const disputed = await through(
      asked,
      { id, version: 1 },
      'verifyDispute',
      'openDialogue',
      'openMediation',
    );
    const agreed = await through(asked, disputed, 'recordAgreement');
    const [wages, meals] = claims;
    await through(
      asked,
      wages,
      ['recordClaimPayment', { resolvedAmount: 300_000_000 }],
      ['recordClaimPayment', { resolvedAmount: 700_000_000 }],
    );
    await through(asked, meals, 'recordClaimMet');
    await through(asked, agreed, ['resolveDispute', { resolution: 'AGREEMENT' }], 'closeDispute');

    const { node } = await read(id);

    expect(node).toEqual({
      state: 'CLOSED',
      resolution: 'AGREEMENT',
      kind: 'WORK_STOPPAGE',
      cause: 'EMPLOYER_VIOLATION',
      mainClaim: 'UNPAID_WAGES',
      startedOn: '2026-02-03',
      classification: 'RESTRICTED',
      enterprise: { nameVi: 'Công ty May Hòa Bình' },
      handlingUnion: { id: unionId('ldld-bac-ninh-2025') },
      province: { nameVi: 'Tỉnh Bắc Ninh' },
      claims: [
        {
          kind: 'UNPAID_WAGES',
          outcome: 'PARTLY_MET',
          workersBand: 'FROM_51_TO_200',
          amount: { value: 900_000_000, unit: 'VND' },
          resolvedAmount: { value: 700_000_000 },
          outstanding: { value: 200_000_000, formula: '900000000 − 700000000' },
          disputeCase: { id },
        },
        {
          kind: 'MEALS',
          outcome: 'MET',
          workersBand: 'UP_TO_50',
          amount: null,
          resolvedAmount: null,
          outstanding: null,
          disputeCase: { id },
        },
      ],
    });
  });

  test('lies in the province of its day, though the enterprise lies in a ward of today', async () => {
    const { id } = await reported(asked, enterprise, { startedOn: '2024-05-06' });

    expect((await read(id)).node.province).toEqual({ nameVi: 'Tỉnh Bắc Giang' });
  });

  test('is paid to the rest even after it was closed', async () => {
    const { id, claims } = await reported(asked, enterprise);
    const open = ['verifyDispute', 'openDialogue', 'openMediation', 'referDispute'];
    const referred = await through(asked, { id, version: 1 }, ...open);
    const left = await through(asked, claims[0], 'recordClaimUnresolved');
    await through(asked, referred, ['resolveDispute', { resolution: 'JUDGMENT' }], 'closeDispute');

    await through(asked, left, ['recordClaimPayment', { resolvedAmount: 900_000_000 }]);

    expect((await read(id)).node.claims).toMatchObject([{ outcome: 'MET', outstanding: { value: 0 } }]);
  });

  test('is listed by state, kind, cause, claim, enterprise, union and province, newest first', async () => {
    const other = await anEnterprise(asked, { nameVi: 'Công ty Sứ Trắng' });
    const first = await reported(asked, other, { startedOn: '2026-01-02' });
    const last = await reported(asked, other, { startedOn: '2026-03-04' });
    const filter = `state: REPORTED, kind: WORK_STOPPAGE, cause: EMPLOYER_VIOLATION, mainClaim: UNPAID_WAGES`;

    const { data } = await asked.ask(
      `query ($of: ID!, $by: ID!, $in: ID!) {
        all: labourDisputeCases(enterprise: $of, handlingUnion: $by, province: $in, ${filter}) { nodes { id } }
        none: labourDisputeCases(enterprise: $of, cause: OTHER) { totalCount }
        enterprise(id: $of) { disputeCases(${filter}) { nodes { id } } } }`,
      { of: other, by: unionId('ldld-bac-ninh-2025'), in: unitId('bac-ninh-2025') },
      BAC_NINH,
    );
    const nodes = [{ id: last.id }, { id: first.id }];
    expect(data).toEqual({
      all: { nodes },
      none: { totalCount: 0 },
      enterprise: { disputeCases: { nodes } },
    });
  });
});

describe('a dispute is seen', () => {
  test('by the confederation above, and not by a union elsewhere', async () => {
    const { id } = await reported(asked, enterprise);

    expect((await read(id, VGCL)).node.state).toBe('REPORTED');
    expect(await read(id, stranger)).toEqual({ node: null, codes: undefined });
    const { data } = await asked.ask('{ labourDisputeCases { totalCount } }', {}, stranger);
    expect(data.labourDisputeCases.totalCount).toBe(0);
  });

  test.each([
    ['the police', POLICE],
    ['an awards office', actingFor('vgcl', 'AWARD_SECRETARY')],
    ['stewards', actingFor('vgcl', 'DATA_STEWARD')],
    ['auditors', actingFor('vgcl', 'AUDITOR')],
    ['the public', ANONYMOUS],
  ])('never by %s: refused, with the rest of the answer intact', async (_, as) => {
    const { id } = await reported(asked, enterprise);

    const { data, errors = [] } = await asked.ask(
      `query ($id: ID!, $of: ID!) {
        labourDisputeCase(id: $id) { id } labourDisputeCases { totalCount }
        enterprise(id: $of) { nameVi disputeCases { totalCount } } }`,
      { id, of: enterprise },
      as,
    );
    expect(data).toEqual({
      labourDisputeCase: null,
      labourDisputeCases: null,
      enterprise: { nameVi: 'Công ty May Hòa Bình', disputeCases: null },
    });
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(Array(3).fill('FORBIDDEN_SCOPE'));
  });

  test('as nothing at all where the gateway asks for it by its id alone', async () => {
    const { id, claims } = await reported(asked, enterprise);
    const query = `query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }`;
    const all = [
      { __typename: 'LabourDisputeCase', id },
      { __typename: 'Claim', id: claims[0].id },
    ];

    const { data } = await asked.ask(query, { all }, POLICE);

    expect(data._entities).toEqual([null, null]);
  });

  test('and the refusals stand in the audit log', async () => {
    await asked.ask('{ labourDisputeCases { totalCount } }', {}, POLICE);

    const [last] = await asked.subgraph.database
      .fork()
      .execute<{ entry: object }[]>('select entry from audit_entry order by position desc limit 1');
    expect(last?.entry).toMatchObject({
      role: 'POLICE_OFFICER',
      operation: 'labourDisputeCases',
      decision: 'REFUSED',
      code: 'FORBIDDEN_SCOPE',
    });
  });
});
