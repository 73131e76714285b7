import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'graphql';
import { apolloPlanner } from '../../../../../gateway/engine/plan/apollo-planner.js';
import type { Plan } from '../../../../../gateway/engine/plan/plan.js';
import {
  openSupergraph,
  ThreadlessError,
  type OpenSupergraph,
} from '../../../../../gateway/engine/plan/threads/open.js';
import { PlanningThread } from '../../../../../gateway/engine/plan/threads/planning-thread.js';
import { Waiters, type Waiter } from '../../../../../gateway/engine/plan/waiters.js';
import { ENGINE_DEFAULTS } from '../../../../../gateway/engine/settings.js';
import { aWaiter } from '../../../../support/a-waiter.js';
import { intricate, intricateSupergraph } from '../../../../support/intricate.js';
import { SILENT } from '../../../../support/tiny-hub.js';

jest.setTimeout(120_000);

const SUPERGRAPH = intricateSupergraph();
const HARD = parse(intricate(11), { noLocation: true });
const EASY = parse('{ s1Count s2Count }', { noLocation: true });
const NONE: ReadonlySet<string> = new Set();

const opened: OpenSupergraph[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function open(changes: Partial<typeof ENGINE_DEFAULTS> = {}, thread?: PlanningThread) {
  const settings = { ...ENGINE_DEFAULTS, PLANNER_THREADS: 1, PLAN_TIMEOUT_MS: 20_000, ...changes };
  const supergraph = await openSupergraph(SUPERGRAPH, { settings, log: SILENT, thread });
  opened.push(supergraph);
  await supergraph.ready;
  return supergraph;
}

async function plan({ planner }: OpenSupergraph, document = EASY, waiter: Waiter = aWaiter()): Promise<Plan> {
  return planner.plan(document, NONE, new Waiters(waiter));
}

/** What waits is given to a thread that has nothing to do before the event loop turns. */
function isAsked(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('a planner in threads', () => {
  test('makes the plans that it would make on the event loop', async () => {
    const here = apolloPlanner(parse(SUPERGRAPH));
    const operation = parse(intricate(1), { noLocation: true });

    expect(await plan(await open(), operation)).toEqual(structuredClone(here.plan(operation, NONE)));
  });

  test('cuts off what takes too long, and plans what waits for it in another thread', async () => {
    const supergraph = await open({ PLAN_TIMEOUT_MS: 1_000 });

    const hard = plan(supergraph, HARD);
    const easy = plan(supergraph);

    await expect(hard).rejects.toMatchObject({ code: 'PLAN_TIMEOUT' });
    expect(await easy).toMatchObject({ kind: 'parallel' });
  });

  test('goes on with the other threads while one is at something hard', async () => {
    const supergraph = await open({ PLANNER_THREADS: 2 });
    const hard = plan(supergraph, HARD).catch((error: unknown) => error);

    expect(await plan(supergraph)).toMatchObject({ kind: 'parallel' });
    await supergraph.close();
    expect(await hard).toMatchObject({ code: 'PLANNER_BUSY' });
  });

  test('plans what is easy for one caller while it plans what is hard for another, be there but one thread', async () => {
    const supergraph = await open();
    let isPlanning = true;
    const hard = plan(supergraph, HARD).catch((error: unknown) => error);
    void hard.finally(() => (isPlanning = false));

    expect(await plan(supergraph, EASY, aWaiter('Minh'))).toMatchObject({ kind: 'parallel' });
    expect(isPlanning).toBe(true);
    await supergraph.close();
    await hard;
  });

  test('plans what is hard in the time for one plan, though not at the first attempt', async () => {
    const operation = parse(intricate(3), { noLocation: true });
    const supergraph = await open({ PLAN_SLICE_MS: 10 });

    expect(await plan(supergraph, operation)).toMatchObject({ kind: 'parallel' });
  });

  test('does not plan what nobody waits for any more, unless it is asked for anew', async () => {
    const supergraph = await open();
    const [hard, gone] = [aWaiter(), aWaiter('Minh')];
    const underWay = plan(supergraph, HARD, hard).catch((error: unknown) => error);
    const left = plan(supergraph, EASY, gone);

    gone.leave();

    await expect(left).rejects.toMatchObject({ code: 'PLANNER_BUSY' });
    expect(await plan(supergraph, EASY, aWaiter('Minh'))).toMatchObject({ kind: 'parallel' });
    hard.leave();
    await supergraph.close();
    await underWay;
  });

  test('refuses a caller more than is for one, and nobody else', async () => {
    const supergraph = await open({ PLAN_QUEUE_PER_CALLER: 1 });
    const underWay = [plan(supergraph, HARD), plan(supergraph)].map((each) => each.catch(() => undefined));

    await expect(plan(supergraph)).rejects.toMatchObject({ code: 'PLANNER_BUSY' });
    expect(await plan(supergraph, EASY, aWaiter('Minh'))).toMatchObject({ kind: 'parallel' });
    await supergraph.close();
    await Promise.all(underWay);
  });

  test('refuses an operation that a thread dies of, and survives that', async () => {
    const thread = new PlanningThread(1_024);
    const supergraph = await open({}, thread);
    const hard = plan(supergraph, HARD);
    await isAsked();

    await thread.close();

    await expect(hard).rejects.toMatchObject({ code: 'PLAN_TIMEOUT' });
    expect(await plan(supergraph)).toMatchObject({ kind: 'parallel' });
  });

  test('survives the death of a thread that had nothing to do', async () => {
    const thread = new PlanningThread(1_024);
    const supergraph = await open({}, thread);

    await thread.close();

    expect(await plan(supergraph)).toMatchObject({ kind: 'parallel' });
  });

  test('refuses what finds no room among those that wait', async () => {
    const supergraph = await open({ PLAN_QUEUE: 1 });
    const underWay = [plan(supergraph, HARD), plan(supergraph)].map((each) => each.catch(() => undefined));

    await expect(plan(supergraph)).rejects.toMatchObject({
      code: 'PLANNER_BUSY',
      extensions: { retryAfter: 1 },
    });
    await supergraph.close();
    await Promise.all(underWay);
  });

  test('says when a supergraph was not read since its thread was lost, which may be in passing', async () => {
    const thread = new PlanningThread(1_024);
    const settings = { ...ENGINE_DEFAULTS, PLANNER_THREADS: 1 };

    const opening = openSupergraph(SUPERGRAPH, { settings, log: SILENT, thread });
    await thread.close();

    await expect(opening).rejects.toBeInstanceOf(ThreadlessError);
  });

  test('refuses a text that is no supergraph with the reason that was found in the thread', async () => {
    const settings = { ...ENGINE_DEFAULTS, PLANNER_THREADS: 1 };

    await expect(openSupergraph('type Query { a: Int }', { settings, log: SILENT })).rejects.toMatchObject({
      name: 'HubError',
      code: 'INVALID_SETTING',
      text: { vi: expect.stringContaining('siêu đồ thị federation 2') },
    });
  });

  test('says so when a thread has too little memory for a supergraph', async () => {
    const settings = { ...ENGINE_DEFAULTS, PLANNER_THREADS: 1, PLANNER_HEAP_MB: 8 };

    await expect(openSupergraph(SUPERGRAPH, { settings, log: SILENT })).rejects.toMatchObject({
      code: 'INVALID_SETTING',
      text: { en: expect.stringContaining('PLANNER_HEAP_MB') },
    });
  });
});
