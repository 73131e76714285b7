import type { Plan, Planner } from '../../../gateway/engine/plan/plan.js';
import { KnownPlans } from '../../../gateway/engine/plan/known-plans.js';
import { LIMIT_DEFAULTS } from '../../../gateway/limits/settings.js';
import { DOCUMENT, RELATIONS, STEP } from '../../support/a-step.js';
import { waiting } from '../../support/a-waiter.js';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { describe, expect, test } from '@jest/globals';

const ofSteps = (count: number): Plan => ({
  kind: 'sequence',
  steps: [STEP, { kind: 'parallel', steps: Array.from({ length: count - 1 }, () => STEP) }],
});

/** Plans of at most three fetches, from a planner that notes how often it is asked. */
function ofThree(answer: () => Plan | Promise<Plan>) {
  const asked: string[] = [];
  const planner: Planner = {
    overrideLabels: [],
    plan: () => {
      asked.push('a plan');
      return answer();
    },
  };
  const plans = new KnownPlans(planner, RELATIONS, 3);
  const one = { document: DOCUMENT, text: '{ a }', overrides: new Set<string>() };
  return { asked, get: async () => plans.get({ ...one, waiters: waiting() }) };
}

const REFUSAL = { code: 'QUERY_TOO_COMPLEX', details: { limit: 'fetches', found: 4, allowed: 3 } };

describe('a plan of too many fetches', () => {
  test.each([
    ['at once', () => ofSteps(4)],
    ['later', () => Promise.resolve(ofSteps(4))],
  ])('is refused when it is known %s, and stays refused without being made anew', async (_, answer) => {
    const { asked, get } = ofThree(answer);

    await expect(get()).rejects.toMatchObject(REFUSAL);
    await expect(get()).rejects.toMatchObject(REFUSAL);

    expect(asked).toHaveLength(1);
  });

  test('has more than may be, not as many', async () => {
    await expect(ofThree(() => ofSteps(3)).get()).resolves.toBeInstanceOf(Function);
  });
});

describe('over HTTP', () => {
  const hub = sharedHub(() =>
    hubOf([tinyUnion(), tinyPolice(), tinyAwards()], {
      limits: { ...LIMIT_DEFAULTS, QUERY_MAX_FETCHES: 2 },
    }),
  );

  test('an operation that takes more fetches than may be is refused before the first of them', async () => {
    const { data, errors, fetches } = await hub.ask('{ units { medals org { name } } }');

    expect({ data, fetches }).toEqual({ data: undefined, fetches: [] });
    expect(errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_COMPLEX', limit: 'fetches', found: 3, allowed: 2 } },
    ]);
  });

  test('an operation that takes as many is answered', async () => {
    const { errors, fetches } = await hub.ask('{ units { medals } }');

    expect({ errors, count: fetches.length }).toEqual({ errors: undefined, count: 2 });
  });
});
