import { AgreementState } from '../../subgraphs/coordination/agreement/agreement-kind.js';
import { AGREEMENT_STEPS } from '../../subgraphs/coordination/agreement/agreement-steps.js';
import { ACTIVITY_STEPS } from '../../subgraphs/coordination/activity/activity-steps.js';
import { ActivityState } from '../../subgraphs/coordination/activity/activity-vocabulary.js';
import { DocumentState } from '../../subgraphs/coordination/document/document-state.js';
import { DOCUMENT_STEPS } from '../../subgraphs/coordination/document/document-steps.js';
import { stateAfter, type LifeCycle } from '../../subgraphs/shared/writing/life-cycle.js';
import { anOfficer } from '../support/officers.js';
import { inForce, twoParties, type Parties } from './parties.js';
import { of, refOf } from './practice.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

let parties: Parties;
beforeAll(async () => {
  parties = await twoParties();
});
afterAll(() => parties.register.close());

type AnyCycle = LifeCycle<string, string>;

const CYCLES: readonly (readonly [table: string, cycle: AnyCycle, states: readonly string[]])[] = [
  ['document', DOCUMENT_STEPS, Object.values(DocumentState)],
  ['coordination_agreement', AGREEMENT_STEPS, Object.values(AgreementState)],
  ['activity', ACTIVITY_STEPS, Object.values(ActivityState)],
];

const pairsOf = (cycle: AnyCycle): readonly string[] =>
  Object.values(cycle).flatMap(({ from, to }) =>
    from.filter((state) => state !== to).map((state) => `${state}>${to}`),
  );

describe.each(CYCLES)('the life of a %s', (table, cycle, states) => {
  test('takes the steps of its table and refuses every other one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(cycle)), fc.constantFrom(...states), (step, state) => {
        const taken = cycle[step];
        const take = (): string => stateAfter(cycle, step, state);
        if (taken?.from.includes(state)) expect(take()).toBe(taken.to);
        else expect(take).toThrow(expect.objectContaining({ reason: 'INVALID_TRANSITION' }));
      }),
    );
  });

  test('reaches every state, and none of the last ones is left', () => {
    const reached = new Set(Object.values(cycle).map(({ to }) => to));
    const left = new Set(Object.values(cycle).flatMap(({ from }) => from));
    const over = ['REPLACED', 'REVOKED', 'SUPERSEDED', 'TERMINATED', 'EXPIRED', 'REPORTED', 'CANCELLED'];

    expect(states.filter((state) => !reached.has(state))).toHaveLength(1);
    expect(over.filter((state) => left.has(state))).toEqual([]);
  });

  test('is held to by the database with the same steps', async () => {
    const [trigger] = await parties.register.owner<{ steps: string }>(
      `select encode(tgargs, 'escape') as steps from pg_trigger where tgname = ?`,
      [`${table}_steps`],
    );

    expect(trigger?.steps.split('\\000').filter(Boolean).toSorted()).toEqual(pairsOf(cycle).toSorted());
  });
});

test('a caller who leaps past a step is refused by the database as well', async () => {
  const { node } = await parties.register.change(parties.union.officer, 'planActivity', {
    kind: 'TRAINING',
    level: 'PROVINCIAL',
    nameVi: 'Tập huấn',
    organisers: [parties.union.id],
  });
  const em = parties.register.subgraph.database.forCaller();
  await em.begin();
  const claims = {
    role: 'UNION_OFFICER',
    organization: refOf('UnionOrganization', 'ldld-bac-ninh-2025'),
    today: '2026-10-01',
  };
  await em.execute(`select set_config('hub.caller', ?, true)`, [JSON.stringify(claims)]);

  const leap = em.execute(
    `update activity set state = 'HELD' where state = 'PLANNED' and classification = 'INTERNAL'`,
  );

  await expect(leap).rejects.toMatchObject({ constraint: 'activity_steps' });
  await em.rollback();
  expect(node.state).toBe('PLANNED');
});

describe('whatever officers ask for, in whatever order', () => {
  const organization = refOf('UnionOrganization', 'ldld-bac-ninh-2025');
  const officers = ['one', 'two'].map((subject) =>
    anOfficer({ role: 'UNION_OFFICER', organization, subject }),
  );
  const INPUTS: Readonly<Record<string, object>> = { hold: { heldOn: '2026-09-30' } };

  test('an activity is only ever where its steps led, and a refusal changes nothing', async () => {
    const walk = fc.array(fc.tuple(fc.constantFrom(...Object.keys(ACTIVITY_STEPS)), fc.constantFrom(0, 1)), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        const { register, union } = parties;
        let { node } = await register.change(officers[0] as never, 'planActivity', {
          kind: 'TRAINING',
          level: 'PROVINCIAL',
          nameVi: 'Tập huấn',
          organisers: [union.id],
        });
        for (const [step, who] of steps) {
          const { from, to } = ACTIVITY_STEPS[step as keyof typeof ACTIVITY_STEPS];
          const done = await register.change(officers[who] as never, `${step}Activity`, {
            ...of(node),
            ...INPUTS[step],
          });
          const isAllowed =
            (from as readonly string[]).includes(node.state) && !(step === 'approve' && who === 0);
          expect(done.refused.length === 0).toBe(isAllowed);
          if (isAllowed) expect(done.node.state).toBe(to);
          node = done.node ?? node;
        }
      }),
      { numRuns: 6 },
    );
  });

  test('no two agreements of one line are ever in force on one day', async () => {
    const day = fc.integer({ min: 1, max: 9 }).map((month) => `2026-0${month}-20`);
    const plan = fc.record({ from: day, ends: fc.option(day), after: fc.nat({ max: 3 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 2, maxLength: 4 }), async (plans) => {
        const line: string[] = [];
        for (const { from, ends, after } of plans) {
          const supersedes = line.at(-1 - (after % 2)) ?? line[0];
          const { node } = await inForce(parties, from, supersedes ? { supersedes } : {});
          if (node && ends)
            await parties.register.change(parties.police.officer, 'terminateAgreement', {
              ...of(node),
              endsOn: ends,
            });
          if (node) line.push(node.id);
        }
        expect(await overlaps()).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  const overlaps = () =>
    parties.register.owner(
      `with recursive line(root, key) as (
       select key, key from coordination_agreement where supersedes_key is null
       union all select root, a.key from line join coordination_agreement a on a.supersedes_key = line.key)
     select a.key from line one join line other on one.root = other.root and one.key < other.key
       join coordination_agreement a on a.key = one.key and a.state not in ('DRAFT', 'SIGNED')
       join coordination_agreement b on b.key = other.key and b.state not in ('DRAFT', 'SIGNED')
     where daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)`,
    );
});
