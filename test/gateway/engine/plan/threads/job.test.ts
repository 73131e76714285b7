import { expect, test } from '@jest/globals';
import { FairQueue } from '../../../../../gateway/engine/plan/threads/fair-queue.js';
import { Job } from '../../../../../gateway/engine/plan/threads/job.js';
import { ANONYMOUS } from '../../../../../schema/contract/caller.js';
import { aWaiter } from '../../../../support/a-waiter.js';

const BUSY = { code: 'PLANNER_BUSY' };
const BOUNDS = { size: 10, sizePerAsker: 10, wait: 60_000, onGivenUp: (job: Job) => job.refuse() };

function aQueue(): FairQueue<Job> {
  return new FairQueue<Job>(BOUNDS);
}

/** A job for some who wait, in a queue. */
function aJob(queue: FairQueue<Job>, ...waiters: readonly Parameters<Job['takeIn']>[0][]): Job {
  const job = new Job({ operation: '{ a }', overrides: [] });
  for (const waiter of waiters) job.takeIn(waiter);
  job.enter(queue);
  job.plan.catch(() => undefined);
  return job;
}

test('a job leaves its queue with the last one who waits, and nobody joins it any more', async () => {
  const queue = aQueue();
  const [one, other] = [aWaiter('Lan'), aWaiter('Minh')];
  const job = aJob(queue, one, other);

  one.leave();
  const stays = queue.size;
  other.leave();

  expect([stays, queue.size, job.takeIn(aWaiter())]).toEqual([1, 0, false]);
  await expect(job.plan).rejects.toMatchObject(BUSY);
});

test('a job goes on for one caller until none of its requests waits', async () => {
  const queue = aQueue();
  const requests = [aWaiter('Lan'), aWaiter('Lan')];
  const job = aJob(queue, ...requests);

  requests[0]?.leave();

  expect([queue.size, job.isWanted]).toEqual([1, true]);
  queue.close();
});

test("a job that another caller wants, too, is done at that one's turn", async () => {
  const queue = aQueue();
  const [first, , last] = [1, 2, 3].map(() => aJob(queue, aWaiter('Lan')));

  last?.takeIn(aWaiter('Minh'));

  expect([await queue.take(), await queue.take()]).toEqual([first, last]);
  queue.close();
});

test('callers without a name are told apart by their addresses', async () => {
  const queue = aQueue();
  const { signal } = new AbortController();
  const from = (address: string) => ({ caller: ANONYMOUS, signal, address: () => address });
  const jobs = ['192.0.2.1', '192.0.2.1', '192.0.2.2'].map((address) => aJob(queue, from(address)));

  const taken = [await queue.take(), await queue.take()];

  expect(taken).toEqual([jobs[0], jobs[2]]);
  queue.close();
});

test('a job for one who has left is not begun', async () => {
  const queue = aQueue();
  const gone = aWaiter();
  gone.leave();

  await expect(aJob(queue, gone).plan).rejects.toMatchObject(BUSY);
  expect(queue.size).toBe(0);
});
