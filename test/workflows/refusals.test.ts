import { anEnterprise, aReport } from './a-dispute.js';
import {
  aHubAtWork,
  FEDERATION,
  type HubAtWork,
  idOf,
  mutationOf,
  type Node,
  of,
  POLICE,
  type Refused,
  WARD,
  WHO,
} from './an-office.js';
import type { Office } from '../support/officers.js';
import { expectTold, TOLD } from './told.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let hub: HubAtWork;
beforeAll(async () => {
  hub = await aHubAtWork('2026-10-01');
});
afterAll(() => hub.close());

const A_TEAM = { kind: 'LODGING_QUARTER', place: WARD, supportingUnion: FEDERATION, guidingPolice: POLICE };
const A_DOCUMENT = { nameVi: 'Kế hoạch thử', type: 'PLAN', issuers: [POLICE], issuedOn: '2026-09-01' };

const aTeam = (): Promise<Node> => hub.done('proposeTeam', WHO.union, A_TEAM);

async function refused(name: string, office: Office, input: object): Promise<Refused | undefined> {
  const { node, errors } = await hub.doing(name, office, input);
  expect(node).toBeNull();
  expect(errors).toHaveLength(1);
  return errors[0];
}

describe('a change is refused with its reason in two languages, the agency and the request', () => {
  test('INVALID_TRANSITION: the state allows no such step', async () => {
    const why = await refused('activateTeam', WHO.union, of(await aTeam()));

    expect(why).toMatchObject({ ...TOLD, code: 'INVALID_TRANSITION' });
  });

  test('GUARD_FAILED: a condition of the step is not met, and its rule is named', async () => {
    const report = aReport(await anEnterprise(hub), { startedOn: '2026-10-02' });

    const why = await refused('reportDispute', WHO.union, report);

    expect(why).toMatchObject({ ...TOLD, code: 'GUARD_FAILED', rule: 'started-by-today' });
  });

  test('SEPARATION_OF_DUTIES: who plans an activity does not approve it', async () => {
    const plan = { kind: 'TRAINING', level: 'PROVINCIAL', nameVi: 'Tập huấn', organisers: [FEDERATION] };
    const planned = await hub.done('planActivity', WHO.union, plan);

    const why = await refused('approveActivity', WHO.union, of(planned));

    expect(why).toMatchObject({ ...TOLD, code: 'SEPARATION_OF_DUTIES' });
  });

  test('FORBIDDEN_SCOPE: the role is another one', async () => {
    const why = await refused('reportDispute', WHO.police, aReport(await anEnterprise(hub)));

    expect(why).toMatchObject({ ...TOLD, code: 'FORBIDDEN_SCOPE' });
  });

  test('STATE_SECRET_NOT_ADMISSIBLE: nothing of the material is kept, not even in the audit log', async () => {
    const why = await refused('registerDocument', WHO.police, {
      ...A_DOCUMENT,
      title: 'Kế hoạch đặc biệt (Tối mật)',
    });

    expect(why).toMatchObject({ ...TOLD, code: 'STATE_SECRET_NOT_ADMISSIBLE' });
    const { data } = await hub.ask(
      '{ coordinationAuditLog(first: 1, decision: REFUSED) { nodes { operation code requestId nodeIds } } }',
      {},
      { ...WHO.police, role: 'AUDITOR', subject: 'police-auditor' },
    );
    expect(data.coordinationAuditLog.nodes).toEqual([
      {
        operation: 'registerDocument',
        code: 'STATE_SECRET_NOT_ADMISSIBLE',
        requestId: why?.requestId,
        nodeIds: [],
      },
    ]);
  });

  test('STALE_VERSION: the record has changed since it was read', async () => {
    const proposed = await aTeam();
    const step = { ...of(proposed), establishedOn: '2026-09-01' };
    await hub.done('establishTeam', WHO.union, step);

    const why = await refused('establishTeam', WHO.union, step);

    expect(why).toMatchObject({ ...TOLD, code: 'STALE_VERSION' });
  });
});

const PLACE = `administrativeUnit(id: $id)`;
const CASES_AND_UNIONS =
  '{ labourDisputeCases { totalCount } unionOrganizations(first: 1) { nodes { __typename } } }';
const UNIONS_ALONE = {
  labourDisputeCases: null,
  unionOrganizations: { nodes: [{ __typename: 'UnionOrganization' }] },
};

describe('a read is refused in its own part, and the rest is answered', () => {
  test('FORBIDDEN_SCOPE: the role is another one', async () => {
    const { data, errors } = await hub.ask(CASES_AND_UNIONS, {}, WHO.police);

    expect(data).toEqual(UNIONS_ALONE);
    expectTold(errors, 'FORBIDDEN_SCOPE', { agency: 'union' });
  });

  test('UNAUTHORIZED_FIELD_OR_TYPE: the token grants no such scope', async () => {
    const { data, errors } = await hub.ask(CASES_AND_UNIONS, {}, { ...WHO.union, scope: 'union:write' });

    expect(data).toEqual(UNIONS_ALONE);
    expectTold(errors, 'UNAUTHORIZED_FIELD_OR_TYPE');
  });

  test.each(['teamsToRepoint', 'reportingObligations'])(
    'UNAUTHORIZED_FIELD_OR_TYPE: %s is refused to the public before the agency hears of it',
    async (field) => {
      const lines = () => hub.sql('coordination', 'select position from audit_entry');
      const before = await lines();

      const { errors } = await hub.ask(`{ ${field} { totalCount } }`);

      expectTold(errors, 'UNAUTHORIZED_FIELD_OR_TYPE');
      expect(await lines()).toEqual(before);
    },
  );

  test('UNAUTHORIZED_FIELD_OR_TYPE: a change that the token does not grant is not done', async () => {
    const input = { idempotencyKey: 'without-the-scope', ...A_TEAM };
    const without = { ...WHO.union, scope: 'union:write' };

    const { data, errors } = await hub.ask(mutationOf(hub, 'proposeTeam'), { input }, without);

    expect(data).toEqual({ done: null });
    expectTold(errors, 'UNAUTHORIZED_FIELD_OR_TYPE');
  });

  test('GRANULARITY_NOT_AVAILABLE: tips below the province', async () => {
    const query = `query ($id: ID!) { ${PLACE} { nameVi tipStatistics { totalCount } } }`;

    const { data, errors } = await hub.ask(query, { id: WARD }, WHO.police);

    expect(data).toEqual({ administrativeUnit: { nameVi: 'Phường Bắc Giang', tipStatistics: null } });
    expectTold(errors, 'GRANULARITY_NOT_AVAILABLE', { agency: 'coordination' });
  });
});

const MEMBERS = 'membershipStatistics { totalCount }';
const DISPUTES =
  'disputeStatistics(year: 2026, kind: WORK_STOPPAGE) { provinces { total { cases { value } } } }';

describe('an operation is refused as a whole', () => {
  test.each([
    ['with membership of the place', `${PLACE} { tipStatistics { totalCount } ${MEMBERS} }`],
    [
      'with membership of a union',
      `${PLACE} { tipStatistics { totalCount } } unionOrganizations { nodes { ${MEMBERS} } }`,
    ],
    [
      'with membership of all places',
      `tipStatistics { nodes { place { nameVi } } } ${MEMBERS} ${PLACE} { nameVi }`,
    ],
    ['with disputes by province', `${PLACE} { tipStatistics { totalCount } } ${DISPUTES}`],
    [
      'as published, with disputes',
      `publishedTips(year: 2026) { provinces { tips { value } } } ${DISPUTES} ${PLACE} { nameVi }`,
    ],
    [
      'with cases',
      `${PLACE} { tipStatistics { totalCount } } labourDisputeCases(province: $id) { totalCount }`,
    ],
  ])('COMBINATION_NOT_ALLOWED: tips of a place %s', async (_, selection) => {
    const id = idOf('AdministrativeUnit', 'bac-ninh-2025');

    const { status, data, errors } = await hub.ask(`query ($id: ID!) { ${selection} }`, { id }, WHO.union);

    expect({ status, data }).toEqual({ status: 400, data: undefined });
    expectTold(errors, 'COMBINATION_NOT_ALLOWED');
  });

  test('figures of the nation may be asked for together', async () => {
    const query = `{ tipStatistics(scope: NATION) { nodes { tips { text } } } ${MEMBERS} }`;

    const { data, errors } = await hub.ask(query);

    expect(errors).toBeUndefined();
    expect(data.tipStatistics.nodes).toHaveLength(1);
  });

  test('QUERY_TOO_COMPLEX: more than the hub answers', async () => {
    const names = Array.from(
      { length: 40 },
      (_, each) =>
        `a${each}: unionOrganizations(first: 100) { nodes { subordinates(first: 100) { nodes { nameVi } } } }`,
    );

    const { status, data, errors } = await hub.ask(`{ ${names.join(' ')} }`);

    expect({ status, data }).toEqual({ status: 400, data: undefined });
    expectTold(errors, 'QUERY_TOO_COMPLEX');
  });
});
