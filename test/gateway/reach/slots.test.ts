import { expect, test } from '@jest/globals';
import { Slots } from '../../../gateway/reach/slots.js';

const NEVER = new AbortController().signal;
const patience = (wanted = NEVER, milliseconds = 60_000) => ({
  wanted,
  deadline: performance.now() + milliseconds,
  now: performance.now(),
});

test('as many as fit go through at once', () => {
  const slots = new Slots({ size: 2, maxWaiting: 0 });

  expect([slots.tryTake(), slots.tryTake(), slots.tryTake()]).toEqual([true, true, false]);
});

test('whoever has waited longest is next', async () => {
  const slots = new Slots({ size: 1, maxWaiting: 2 });
  const order: string[] = [];
  slots.tryTake();

  const first = slots.wait(patience()).then(() => order.push('first'));
  const second = slots.wait(patience()).then(() => order.push('second'));
  slots.release();
  await first;
  slots.release();
  await second;

  expect(order).toEqual(['first', 'second']);
});

test('who does not fit into the queue is refused at once, and told when to come again', async () => {
  const slots = new Slots({ size: 1, maxWaiting: 0 });
  slots.tryTake();

  await expect(slots.wait(patience())).rejects.toMatchObject({ reason: 'overloaded', retryAfter: 1_000 });
});

test('who waits too long is refused', async () => {
  const slots = new Slots({ size: 1, maxWaiting: 1 });
  slots.tryTake();

  await expect(slots.wait(patience(NEVER, 1))).rejects.toMatchObject({ reason: 'overloaded' });
});

test('who leaves the queue makes room in it, and gets no slot', async () => {
  const slots = new Slots({ size: 1, maxWaiting: 1 });
  const leaving = new AbortController();
  slots.tryTake();
  const left = slots.wait(patience(leaving.signal));

  leaving.abort();
  const next = slots.wait(patience());
  slots.release();

  await expect(left).rejects.toMatchObject({ reason: 'left' });
  await expect(next).resolves.toBeUndefined();
  slots.release();
  expect(slots.tryTake()).toBe(true);
});

test('who is not wanted any more does not begin to wait', async () => {
  const slots = new Slots({ size: 1, maxWaiting: 1 });
  slots.tryTake();

  await expect(slots.wait(patience(AbortSignal.abort()))).rejects.toMatchObject({ reason: 'left' });
});
