import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { corrected as correctedOf, SUMS } from './a-correction.js';
import { anEnterprise, MEALS, of, reported, through, WAGES, type Versioned } from './a-dispute.js';
import { BAC_NINH, change, done, refusal } from './an-office.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

let asked: Asked;
let enterprise: string;
beforeAll(async () => {
  asked = await aLoaded(union);
  enterprise = await anEnterprise(asked);
});
afterAll(() => asked.close());

const corrected = (claim: Versioned, more: object) => correctedOf(claim, more, SUMS);

async function caseOf(id: string, selection: string) {
  const query = `query ($id: ID!) { labourDisputeCase(id: $id) { ${selection} } }`;
  const { data } = await asked.ask(query, { id }, BAC_NINH);
  return data.labourDisputeCase;
}

describe('a claim', () => {
  test('has a sum that became known later, or another than was recorded', async () => {
    const { claims } = await reported(asked, enterprise, { claims: [{ ...WAGES, amount: null }] });

    const known = await done(asked, 'correctClaim', corrected(claims[0], { amount: 500 }));
    expect(known).toMatchObject({ version: 2, outcome: 'PENDING', outstanding: { value: 500 } });
    const paid = await through(asked, known, ['recordClaimPayment', { resolvedAmount: 300 }]);
    const mended = await done(asked, 'correctClaim', corrected(paid, { amount: 400, resolvedAmount: 400 }));
    expect(mended).toMatchObject({ outcome: 'MET', amount: { value: 400 }, outstanding: { value: 0 } });
    const less = await done(asked, 'correctClaim', corrected(mended, { resolvedAmount: 0 }));
    expect(less).toMatchObject({ outcome: 'PENDING', outstanding: { value: 400 } });
  });

  test('takes with it the main claim of a case that has no other of that kind', async () => {
    const record = await reported(asked, enterprise);

    await done(asked, 'correctClaim', corrected(record.claims[0], { kind: 'BONUS_ALLOWANCE' }));
    expect(
      await caseOf(record.id, 'version mainClaim corrections { claim { id } changes { field } }'),
    ).toEqual({
      version: 2,
      mainClaim: 'BONUS_ALLOWANCE',
      corrections: [
        { claim: { id: record.claims[0].id }, changes: [{ field: 'kind' }] },
        { claim: null, changes: [{ field: 'mainClaim' }] },
      ],
    });
  });

  test('of a resolved case is unresolved, never pending, where the correction takes a payment back', async () => {
    const record = await reported(asked, enterprise);
    const paid = await through(asked, record.claims[0], [
      'recordClaimPayment',
      { resolvedAmount: WAGES.amount },
    ]);
    await through(asked, record, 'verifyDispute', 'openDialogue', 'recordAgreement', [
      'resolveDispute',
      { resolution: 'AGREEMENT' },
    ]);

    expect(await done(asked, 'correctClaim', corrected(paid, { resolvedAmount: 0 }))).toMatchObject({
      outcome: 'UNRESOLVED',
      outstanding: { value: WAGES.amount },
    });
  });

  test.each([
    ['more paid than claimed', { resolvedAmount: WAGES.amount + 1 }, ['GUARD_FAILED', 'paid-within-claimed']],
    ['a part of a dong', { amount: 0.5 }, ['INVALID_INPUT', 'amount']],
    ['a negative payment', { resolvedAmount: -1 }, ['INVALID_INPUT', 'resolvedAmount']],
    ['nothing new', { amount: WAGES.amount }, ['GUARD_FAILED', 'something-to-correct']],
  ])('is refused with %s', async (_, more, why) => {
    const { claims } = await reported(asked, enterprise);

    expect(await refusal(asked, 'correctClaim', corrected(claims[0], more))).toEqual([why]);
  });

  test('without a sum is refused a payment; met without one, it says what was paid once it has a sum', async () => {
    const { claims } = await reported(asked, enterprise, { claims: [WAGES, MEALS] });
    const meals = claims.find(({ kind }: { kind: string }) => kind === 'MEALS');

    expect(await refusal(asked, 'correctClaim', corrected(meals, { resolvedAmount: 5 }))).toEqual([
      ['GUARD_FAILED', 'claim-has-amount'],
    ]);
    const met = await through(asked, meals, 'recordClaimMet');
    expect(await refusal(asked, 'correctClaim', corrected(met, { amount: 5 }))).toEqual([
      ['GUARD_FAILED', 'met-claim-says-what-was-paid'],
    ]);
    expect(await done(asked, 'correctClaim', corrected(met, { amount: 5, resolvedAmount: 5 }))).toMatchObject(
      {
        outcome: 'MET',
      },
    );
  });

  test('is added while the case is not resolved, ten of them at most', async () => {
    const record = await reported(asked, enterprise);
    const added = (claim: object = MEALS) => ({
      input: { ...of(record), claim },
      as: BAC_NINH,
      select: SUMS,
    });

    expect(await done(asked, 'addClaim', added())).toMatchObject({
      version: 1,
      kind: 'MEALS',
      outcome: 'PENDING',
    });
    expect(await refusal(asked, 'addClaim', added({ ...WAGES, amount: 0.5 }))).toEqual([
      ['INVALID_INPUT', 'claim.amount'],
    ]);
    for (let count = 2; count < 10; count++) await done(asked, 'addClaim', added());
    expect(await refusal(asked, 'addClaim', added())).toEqual([['GUARD_FAILED', 'bounded-claims']]);

    const other = await reported(asked, enterprise);
    await through(asked, other.claims[0], 'recordClaimUnresolved');
    const resolved = await through(asked, other, 'verifyDispute', 'openDialogue', 'recordAgreement', [
      'resolveDispute',
      { resolution: 'AGREEMENT' },
    ]);
    expect(
      await refusal(asked, 'addClaim', { input: { ...of(resolved), claim: MEALS }, as: BAC_NINH }),
    ).toEqual([['GUARD_FAILED', 'case-not-resolved']]);
  });
});

test('whatever is corrected, claimed = resolved + outstanding, and the outcome says the same', async () => {
  const sum = fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined });
  const paid = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
  const steps = fc.array(fc.record({ amount: sum, resolvedAmount: paid }), { minLength: 1, maxLength: 4 });
  const walk = async (wanted: readonly object[]): Promise<void> => {
    let [claim] = (await reported(asked, enterprise, { claims: [{ ...WAGES, amount: 10 }] })).claims;
    for (const more of wanted) {
      const { node, errors } = await change(asked, 'correctClaim', corrected(claim, more));
      if (errors.length > 0) continue;
      const [amount, resolved, outstanding] = [node.amount, node.resolvedAmount, node.outstanding].map(
        ({ value }) => value,
      );
      expect(amount).toBe(resolved + outstanding);
      expect(node.outcome === 'MET').toBe(outstanding === 0);
      expect(node.version).toBe(claim.version + 1);
      claim = node;
    }
  };

  await fc.assert(fc.asyncProperty(steps, walk), { numRuns: 5 });
});
