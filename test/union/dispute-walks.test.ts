import { stateAfter } from '../../subgraphs/shared/writing/life-cycle.js';
import { ClaimOutcome } from '../../subgraphs/union/dispute/claim-vocabulary.js';
import { CLAIM_STEPS, DISPUTE_STEPS } from '../../subgraphs/union/dispute/dispute-steps.js';
import { DisputeState } from '../../subgraphs/union/dispute/dispute-vocabulary.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { anEnterprise, CASE, of, reported, through, WAGES } from './a-dispute.js';
import { keyIn, unionsBelow, unionId } from './a-union.js';
import { BAC_NINH, change, officeOf } from './an-office.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

type StepName = keyof typeof DISPUTE_STEPS;

const anyStep = fc.constantFrom(...(Object.keys(DISPUTE_STEPS) as StepName[]));

/** The life of a case as the rules draw it, written down a second time. Source: domain rule, life cycles. */
const LEADS_TO: Readonly<Record<DisputeState, readonly string[]>> = {
  REPORTED: ['VERIFIED'],
  VERIFIED: ['IN_DIALOGUE'],
  IN_DIALOGUE: ['IN_MEDIATION', 'AGREED'],
  IN_MEDIATION: ['AGREED', 'REFERRED'],
  AGREED: ['RESOLVED'],
  REFERRED: ['RESOLVED'],
  RESOLVED: ['CLOSED'],
  CLOSED: [],
};

/** What becomes of a claim, likewise. */
const BECOMES: Readonly<Record<ClaimOutcome, readonly string[]>> = {
  PENDING: ['PARTLY_MET', 'MET', 'UNRESOLVED'],
  PARTLY_MET: ['PARTLY_MET', 'MET', 'UNRESOLVED'],
  UNRESOLVED: ['PARTLY_MET', 'MET'],
  MET: [],
};

describe('the steps', () => {
  const lives = [
    ['a case', DISPUTE_STEPS, LEADS_TO],
    ['a claim', CLAIM_STEPS, BECOMES],
  ] as const;

  test.each(lives)('of %s are the lines of its life, and no others', (_, steps, drawn) => {
    const all: readonly Line[] = Object.values(steps);
    const taken = all.flatMap(({ from, to }) => from.map((each) => `${each}>${to}`));
    const lines = Object.entries(drawn).flatMap(([from, states]) => states.map((to) => `${from}>${to}`));
    expect(new Set(taken)).toEqual(new Set(lines));
  });

  interface Line {
    readonly from: readonly string[];
    readonly to: string;
  }

  test('are refused from every other state', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(DisputeState)), anyStep, (state, step) => {
        const { from, to } = DISPUTE_STEPS[step];
        const taken = () => stateAfter(DISPUTE_STEPS, step, state);
        if ((from as readonly DisputeState[]).includes(state)) return expect(taken()).toBe(to);
        return expect(taken).toThrow(expect.objectContaining({ reason: 'INVALID_TRANSITION' }));
      }),
    );
  });
});

let asked: Asked;
let enterprise: string;
beforeAll(async () => {
  asked = await aLoaded(union);
  enterprise = await anEnterprise(asked);
});
afterAll(() => asked.close());

test('on any walk a case is where the steps taken have led, and a refused step changes nothing', async () => {
  const walk = async (steps: readonly StepName[]): Promise<void> => {
    let node = await reported(asked, enterprise);
    await through(asked, node.claims[0], 'recordClaimUnresolved');
    for (const step of steps) {
      const more = step === 'resolveDispute' ? { resolution: 'AGREEMENT' } : {};
      const { errors } = await change(asked, step, { input: { ...of(node), ...more }, as: BAC_NINH });
      const { from, to } = DISPUTE_STEPS[step];
      const isAllowed = (from as readonly string[]).includes(node.state);
      expect(errors.map(({ code }) => code)).toEqual(isAllowed ? [] : ['INVALID_TRANSITION']);
      if (isAllowed) node = { ...node, state: to, version: node.version + 1 };
      expect(await present(node.id)).toEqual({ state: node.state, version: node.version });
    }
  };
  const mostlyOn = fc.shuffledSubarray(Object.keys(DISPUTE_STEPS) as StepName[], { minLength: 3 });
  const inOrder = fc.subarray(Object.keys(DISPUTE_STEPS) as StepName[], { minLength: 4 });

  await fc.assert(fc.asyncProperty(fc.oneof(mostlyOn, inOrder), walk), { numRuns: 6 });
});

async function present(id: string) {
  const query = 'query ($id: ID!) { labourDisputeCase(id: $id) { state version } }';
  const { data } = await asked.ask(query, { id }, BAC_NINH);
  return data.labourDisputeCase;
}

test('whatever is paid, claimed = resolved + outstanding, and what is resolved never falls', async () => {
  const anyAmount = fc.integer({ min: 1, max: 1_000_000_000_000_000 });
  const payments = fc.array(
    fc.oneof(fc.double({ min: 0.1, max: 1.1, noNaN: true }), fc.constantFrom(1, -1, 0)),
    { minLength: 1, maxLength: 5 },
  );
  const pay = async (amount: number, parts: readonly number[]): Promise<void> => {
    const { claims } = await reported(asked, enterprise, { claims: [{ ...WAGES, amount }] });
    let version = 1;
    let resolved = 0;
    for (const part of parts) {
      const resolvedAmount = Math.round(amount * part);
      const input = { id: claims[0].id, expectedVersion: version, resolvedAmount };
      const { node, errors } = await change(asked, 'recordClaimPayment', {
        input,
        as: BAC_NINH,
        select: SUMS,
      });
      const isTaken = resolvedAmount > resolved && resolvedAmount <= amount;
      expect([part, errors.length]).toEqual([part, isTaken ? 0 : 1]);
      if (!isTaken) continue;
      version += 1;
      resolved = resolvedAmount;
      expect(node).toEqual({
        amount: { value: amount },
        resolvedAmount: { value: resolved },
        outstanding: { value: amount - resolved },
        outcome: resolved === amount ? 'MET' : 'PARTLY_MET',
      });
    }
  };

  await fc.assert(fc.asyncProperty(anyAmount, payments, pay), { numRuns: 8 });
});

const SUMS = 'amount { value } resolvedAmount { value } outstanding { value } outcome';

test('the database itself holds the life of a case and the sums of its claims', async () => {
  const { id, claims } = await reported(asked, enterprise);
  const claim = keyIn(claims[0].id);
  await through(asked, claims[0], ['recordClaimPayment', { resolvedAmount: 5 }]);
  const broken = [
    [
      `update labour_dispute_case set state = 'AGREED' where key = '${keyIn(id)}'`,
      'labour_dispute_case_steps',
    ],
    [`update labour_dispute_case set classification = 'PUBLIC'`, 'labour_dispute_case_is_restricted'],
    [`update claim set classification = 'INTERNAL' where key = '${claim}'`, 'claim_is_restricted'],
    [`update claim set resolved_vnd = 4 where key = '${claim}'`, 'claim_only_corrected'],
    [`update claim set amount_vnd = 900000001 where key = '${claim}'`, 'claim_only_corrected'],
    [`update claim set resolved_vnd = 900000001 where key = '${claim}'`, 'claim_outcome_agrees'],
    [`update claim set outcome = 'MET' where key = '${claim}'`, 'claim_outcome_agrees'],
  ];
  for (const [statement = '', rule] of broken)
    await expect(asked.subgraph.database.fork().execute(statement)).rejects.toMatchObject({
      constraint: rule,
    });
});

test('an officer sees and changes exactly the cases that the own organisation or one below handles', async () => {
  const parent = unionId('ldld-bac-ninh-2025');
  const [left = '', right = ''] = await unionsBelow(asked, parent, ['CĐ Trái', 'CĐ Phải'], '2025-07-01');
  const unions = { parent, left, right };
  type Name = keyof typeof unions;
  const sees = (officer: Name, handler: Name) => officer === handler || officer === 'parent';
  const anyUnion = fc.constantFrom(...(Object.keys(unions) as Name[]));
  const look = async (handler: Name, officer: Name): Promise<void> => {
    const { id, version } = await reported(asked, enterprise, { handlingUnion: unions[handler] });
    const as = officeOf(unions[officer], 'UNION_OFFICER');
    const { data } = await asked.ask(
      `query ($id: ID!) { labourDisputeCase(id: $id) { ${CASE} } }`,
      { id },
      as,
    );
    const { errors } = await change(asked, 'verifyDispute', { input: of({ id, version }), as });

    expect(data.labourDisputeCase?.claims.length ?? 0).toBe(sees(officer, handler) ? 1 : 0);
    expect(errors.map(({ code }) => code)).toEqual(sees(officer, handler) ? [] : ['NOT_FOUND']);
  };

  await fc.assert(fc.asyncProperty(anyUnion, anyUnion, look), { numRuns: 9 });
});
