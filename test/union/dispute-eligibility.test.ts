import { globalId } from '../../schema/contract/ids.js';
import { UnionLevel } from '../../subgraphs/union/organization/union-level.js';
import { UnionOrganization } from '../../subgraphs/union/organization/union-organization.entity.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { anEnterprise, reported, through, WAGES } from './a-dispute.js';
import { idOf, unionId, unionsBelow, written } from './a-union.js';
import { BAC_NINH, officeOf } from './an-office.js';
import { ANONYMOUS, type Caller } from '../../schema/contract/caller.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const POLICE = officeOf(idOf('PoliceOrganization', 'mps'), 'POLICE_OFFICER');
const POLICE_SECRETARY = officeOf(idOf('PoliceOrganization', 'mps'), 'AWARD_SECRETARY');

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

describe('what speaks against an award', () => {
  const WARNINGS = 'query ($id: ID!) { enterprise(id: $id) { eligibilityWarnings } }';
  const SECRETARY = officeOf(unionId('vgcl'), 'AWARD_SECRETARY');

  async function warnings(id: string, as = SECRETARY) {
    const { data, errors } = await asked.ask(WARNINGS, { id }, as);
    return errors ? errors[0]?.extensions?.['code'] : data.enterprise.eligibilityWarnings;
  }

  test('is told as codes of verified cases until the last claim is paid', async () => {
    const owing = await anEnterprise(asked);
    const insurance = { ...WAGES, kind: 'OTHER_INSURANCE_ARREARS', amount: 5 };
    const { id, claims } = await reported(asked, owing, { claims: [WAGES, insurance] });

    expect(await warnings(owing)).toEqual(['NO_GRASSROOTS_UNION']);
    await through(asked, { id, version: 1 }, 'verifyDispute');
    expect(await warnings(owing)).toEqual([
      'UNRESOLVED_WAGE_ARREARS',
      'UNRESOLVED_INSURANCE_ARREARS',
      'NO_GRASSROOTS_UNION',
    ]);
    await through(asked, claims[0], ['recordClaimPayment', { resolvedAmount: 900_000_000 }]);
    await through(asked, claims[1], ['recordClaimPayment', { resolvedAmount: 4 }], 'recordClaimUnresolved');
    expect(await warnings(owing)).toEqual(['UNRESOLVED_INSURANCE_ARREARS', 'NO_GRASSROOTS_UNION']);
  });

  test('is nothing where there is a grassroots union and no arrears', async () => {
    const [grassrootsUnion] = await unionsBelow(asked, unionId('ldld-bac-ninh-2025'), ['CĐCS'], '2025-07-01');

    expect(await warnings(await anEnterprise(asked, { grassrootsUnion }))).toEqual([]);
  });

  test('is told to officers for the enterprises that they serve, and to no others', async () => {
    expect(await warnings(enterprise, BAC_NINH)).toContain('NO_GRASSROOTS_UNION');
    expect(await warnings(enterprise, stranger)).toBe('FORBIDDEN_SCOPE');
    expect(await warnings(enterprise, POLICE)).toBe('FORBIDDEN_SCOPE');
    expect(await warnings(enterprise, POLICE_SECRETARY)).toBe('FORBIDDEN_SCOPE');
    expect(await warnings(enterprise, ANONYMOUS)).toBe('FORBIDDEN_SCOPE');
  });

  test('costs one statement for many enterprises', async () => {
    await anEnterprise(asked);
    const query = (fields: string) => `{ enterprises(first: 2) { nodes { id ${fields} } } }`;
    const without = await asked.ask(query(''), {}, SECRETARY);
    const { statements } = await asked.ask(query('eligibilityWarnings'), {}, SECRETARY);

    // Each statement of an officer is opened and ended by one of its own.
    expect(statements - without.statements).toBe(3);
  });
});
