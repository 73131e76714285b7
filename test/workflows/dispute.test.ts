import { anEnterprise, aReport } from './a-dispute.js';
import { aHubAtWork, aUnion, type HubAtWork, idOf, type Node, of, officerOf, WHO } from './an-office.js';
import type { Office } from '../support/officers.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let hub: HubAtWork;
let elsewhere: Office;
let enterprise: Node;
beforeAll(async () => {
  hub = await aHubAtWork('2026-10-01');
  const other = {
    nameVi: 'Liên đoàn Lao động tỉnh Lạng Sơn',
    level: 'PROVINCIAL',
    parent: idOf('UnionOrganization', 'vgcl'),
  };
  elsewhere = officerOf((await aUnion(hub, other, WHO.vgcl)).id);
  enterprise = await anEnterprise(hub);
});
afterAll(() => hub.close());

const CASE = `query ($id: ID!, $enterprise: ID!) {
  labourDisputeCase(id: $id) { state resolution claims { id version outcome outstanding { value } } }
  enterprise(id: $enterprise) { nameVi unit { nameVi } } }`;

function seenBy(office: Office | undefined, { id }: Node) {
  return hub.ask(CASE, { id, enterprise: enterprise.id }, office);
}

/** Takes a case through steps of the union, one after the other. */
async function through(reported: Node, ...steps: readonly string[]): Promise<Node> {
  let node = reported;
  for (const step of steps) node = await hub.done(step, WHO.union, of(node));
  return node;
}

const COMPANY = { nameVi: 'Công ty May Hòa Bình', unit: { nameVi: 'Phường Bắc Giang' } };

describe('a dispute case', () => {
  test('goes from its report to its closure, with what was claimed, paid and left', async () => {
    const reported = await hub.done('reportDispute', WHO.union, aReport(enterprise));
    const agreed = await through(
      reported,
      'verifyDispute',
      'openDialogue',
      'openMediation',
      'recordAgreement',
    );
    const [claim] = (await seenBy(WHO.union, agreed)).data.labourDisputeCase.claims;
    await hub.done('recordClaimPayment', WHO.union, { ...of(claim), resolvedAmount: 700_000_000 });
    const resolved = await hub.done('resolveDispute', WHO.union, { ...of(agreed), resolution: 'AGREEMENT' });
    await through(resolved, 'closeDispute');

    const { data } = await seenBy(WHO.vgcl, reported);

    expect(data.labourDisputeCase).toMatchObject({
      state: 'CLOSED',
      resolution: 'AGREEMENT',
      claims: [{ outcome: 'PARTLY_MET', outstanding: { value: 200_000_000 } }],
    });
  });

  test.each([
    ['the police, even with the scope', WHO.police, 'FORBIDDEN_SCOPE'],
    ['the public', undefined, 'UNAUTHORIZED_FIELD_OR_TYPE'],
  ])('is refused to %s, with the rest of the answer intact', async (_, office, code) => {
    const reported = await hub.done('reportDispute', WHO.union, aReport(enterprise));

    const { data, errors } = await seenBy(office, reported);

    expect(data).toEqual({ labourDisputeCase: null, enterprise: COMPANY });
    expect(errors).toMatchObject([{ extensions: { code } }]);
  });

  test('is not there for the union of another province, which changes nothing of it either', async () => {
    const reported = await hub.done('reportDispute', WHO.union, aReport(enterprise));

    const { data } = await seenBy(elsewhere, reported);
    const { errors } = await hub.doing('verifyDispute', elsewhere, of(reported));

    expect(data).toEqual({ labourDisputeCase: null, enterprise: COMPANY });
    expect(errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await seenBy(WHO.union, reported)).data.labourDisputeCase.state).toBe('REPORTED');
  });
});
