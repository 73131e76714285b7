import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { typeRelations } from '../../../../gateway/engine/execute/type-relations.js';
import { KnownPlans } from '../../../../gateway/engine/plan/known-plans.js';
import type { FetchStep, Plan } from '../../../../gateway/engine/plan/plan.js';
import { plannerBusy, unplannable, UnplannableError } from '../../../../gateway/engine/plan/unplannable.js';

const DOCUMENT = parse('{ a }');
const RELATIONS = typeRelations(parse('type Query { a: Int }'));
const STEP: FetchStep = {
  kind: 'fetch',
  subgraph: 'union',
  document: DOCUMENT,
  operation: 'query',
  variables: [],
  path: [],
  inputRewrites: [],
  outputRewrites: [],
  contextRewrites: [],
};

/** Plans of a planner that answers when it is told to. */
function waiting() {
  const asked: PromiseWithResolvers<Plan>[] = [];
  const plan = (): Promise<Plan> => {
    const one = Promise.withResolvers<Plan>();
    asked.push(one);
    return one.promise;
  };
  const plans = new KnownPlans({ overrideLabels: [], plan }, RELATIONS);
  const get = (text = '{ a }') => plans.get({ document: DOCUMENT, text, overrides: new Set() });
  return { asked, get };
}

describe('plans that a planner makes later', () => {
  test('are made once for all equal operations that want them meanwhile', async () => {
    const { asked, get } = waiting();

    const wanted = Array.from({ length: 50 }, async () => get());
    asked[0]?.resolve(STEP);
    const runs = await Promise.all(wanted);

    expect(asked).toHaveLength(1);
    expect(new Set(runs).size).toBe(1);
  });

  test('are there at once when they are known', async () => {
    const { asked, get } = waiting();
    const made = get();
    asked[0]?.resolve(STEP);

    expect(get()).toBeInstanceOf(Promise);
    expect(get()).not.toBe(await made);
    expect(typeof get()).toBe('function');
  });

  test('do not wait for each other when they differ', async () => {
    const { asked, get } = waiting();
    void get('{ hard }');

    const easy = get('{ easy }');
    asked[1]?.resolve(STEP);

    expect(typeof (await easy)).toBe('function');
  });

  test.each([unplannable('nobody knows'), new UnplannableError('it took too long', 'PLAN_TIMEOUT')])(
    'that were refused are refused again without the planner being asked: %s',
    async (refusal) => {
      const { asked, get } = waiting();
      const made = get();
      asked[0]?.reject(refusal);

      await expect(made).rejects.toMatchObject({ code: refusal.code });
      expect(() => get()).toThrow(expect.objectContaining({ code: refusal.code, reason: refusal.reason }));
      expect(asked).toHaveLength(1);
    },
  );

  test.each([plannerBusy(), new Error('a bug')])(
    'that could not be made now are tried again: %s',
    async (failure) => {
      const { asked, get } = waiting();
      const made = get();
      asked[0]?.reject(failure);
      await expect(made).rejects.toBe(failure);

      const again = get();
      asked[1]?.resolve(STEP);

      expect(typeof (await again)).toBe('function');
    },
  );
});
