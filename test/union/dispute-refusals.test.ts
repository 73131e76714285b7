import { globalId } from '../../schema/contract/ids.js';
import { UnionLevel } from '../../subgraphs/union/organization/union-level.js';
import { UnionOrganization } from '../../subgraphs/union/organization/union-organization.entity.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { anEnterprise, aReport, MEALS, of, reported, through, WAGES } from './a-dispute.js';
import { idOf, unionId, written } from './a-union.js';
import { BAC_NINH, done, officeOf, refusal } from './an-office.js';
import type { Caller } from '../../schema/contract/caller.js';
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

describe('a report is refused', () => {
  test.each([
    ['without a claim', { claims: [] }, ['INVALID_INPUT', 'claims']],
    ['with too many claims', { claims: Array(11).fill(WAGES) }, ['INVALID_INPUT', 'claims']],
    ['with a main claim that is none', { mainClaim: 'MEALS' }, ['GUARD_FAILED', 'main-claim-is-claimed']],
    ['of tomorrow', { startedOn: '2026-10-02' }, ['GUARD_FAILED', 'started-by-today']],
    ['from before the enterprise', { startedOn: '2019-12-31' }, ['GUARD_FAILED', 'exists-on-the-day']],
    [
      'handled by a union that has ended',
      { handlingUnion: unionId('ldld-bac-giang') },
      ['GUARD_FAILED', 'exists-on-the-day'],
    ],
    ['of a part of a dong', { claims: [{ ...WAGES, amount: 0.5 }] }, ['INVALID_INPUT', 'claims.0.amount']],
    [
      'with a long text',
      { claims: [{ ...WAGES, legalBasis: 'a'.repeat(301) }] },
      ['INVALID_INPUT', 'claims.0.legalBasis'],
    ],
    [
      'with a state-secret mark',
      { claims: [{ ...WAGES, legalBasis: 'Công văn (Mật)' }] },
      ['STATE_SECRET_NOT_ADMISSIBLE', null],
    ],
  ])('%s', async (_, more, why) => {
    const input = aReport(enterprise, more);

    expect(await refusal(asked, 'reportDispute', { input, as: BAC_NINH })).toEqual([why]);
  });

  test('to a union that serves the enterprise not, and to other roles', async () => {
    const input = aReport(enterprise);

    expect(await refusal(asked, 'reportDispute', { input, as: stranger })).toEqual([
      ['FORBIDDEN_SCOPE', null],
    ]);
    expect(await refusal(asked, 'reportDispute', { input, as: POLICE })).toEqual([
      ['FORBIDDEN_SCOPE', 'role'],
    ]);
  });
});

describe('a case is resolved', () => {
  test('only when something is known of every claim', async () => {
    const { id, claims } = await reported(asked, enterprise, { claims: [WAGES, MEALS] });
    const open = await through(asked, { id, version: 1 }, 'verifyDispute', 'openDialogue', 'recordAgreement');
    await through(asked, claims[0], 'recordClaimUnresolved');

    const input = { ...of(open), resolution: 'AGREEMENT' };

    const why = await refusal(asked, 'resolveDispute', { input, as: BAC_NINH });
    expect(why).toEqual([['GUARD_FAILED', 'every-claim-has-an-outcome']]);
  });

  test('by agreement where it was agreed', async () => {
    const { id } = await reported(asked, enterprise);
    const open = await through(asked, { id, version: 1 }, 'verifyDispute', 'openDialogue', 'recordAgreement');

    const input = { ...of(open), resolution: 'JUDGMENT' };

    const why = await refusal(asked, 'resolveDispute', { input, as: BAC_NINH });
    expect(why).toEqual([['GUARD_FAILED', 'agreed-is-resolved-by-agreement']]);
  });
});

test('a claim of money is not stated to be met, and one without a sum is not paid', async () => {
  const { claims } = await reported(asked, enterprise, { claims: [WAGES, MEALS] });
  const [wages, meals] = claims;

  expect(await refusal(asked, 'recordClaimMet', { input: of(wages), as: BAC_NINH })).toEqual([
    ['GUARD_FAILED', 'claim-without-amount'],
  ]);
  const input = { ...of(meals), resolvedAmount: 1 };
  expect(await refusal(asked, 'recordClaimPayment', { input, as: BAC_NINH })).toEqual([
    ['GUARD_FAILED', 'claim-has-amount'],
  ]);
  await done(asked, 'recordClaimMet', { input: of(meals), as: BAC_NINH });
});
