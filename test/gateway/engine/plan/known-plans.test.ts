import { describe, expect, test } from '@jest/globals';
import { KnownPlans } from '../../../../gateway/engine/plan/known-plans.js';
import type { Plan, Planner } from '../../../../gateway/engine/plan/plan.js';
import { plannerBusy, unplannable, UnplannableError } from '../../../../gateway/engine/plan/unplannable.js';
import { Waiters, type TakeIn } from '../../../../gateway/engine/plan/waiters.js';
import { DOCUMENT, RELATIONS, STEP } from '../../../support/a-step.js';
import { aWaiter } from '../../../support/a-waiter.js';

/** Plans of a planner that answers when it is told to. */
function waiting(takeIn: TakeIn = () => true) {
  const asked: PromiseWithResolvers<Plan>[] = [];
  const plan = (...[, , waiters]: Parameters<Planner['plan']>): Promise<Plan> => {
    waiters.handTo(takeIn);
    const one = Promise.withResolvers<Plan>();
    asked.push(one);
    return one.promise;
  };
  const plans = new KnownPlans({ overrideLabels: [], plan }, RELATIONS);
  const get = (text = '{ a }', waiter = aWaiter()) =>
    plans.get({ document: DOCUMENT, text, overrides: new Set(), waiters: new Waiters(waiter) });
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

  test('are waited for by each who wants them', () => {
    const here: unknown[] = [];
    const { get } = waiting((waiter) => here.push(waiter) > 0);
    const waiters = [aWaiter('Lan'), aWaiter('Minh')];

    for (const waiter of waiters) void get('{ a }', waiter);

    expect(here).toEqual(waiters);
  });

  test('are made anew for one who comes when all others have left', () => {
    let isLeft = false;
    const { asked, get } = waiting(() => !isLeft);
    void get();

    isLeft = true;
    void get();

    expect(asked).toHaveLength(2);
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
