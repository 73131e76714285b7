import { expect, test } from '@jest/globals';
import { Leaving } from '../../../gateway/reach/leaving.js';
import { Slots } from '../../../gateway/reach/slots.js';

const NEVER = new AbortController().signal;
const patience = (signal = NEVER, milliseconds = 60_000) => ({
  leaving: new Leaving(signal),
  deadline: performance.now() + milliseconds,
  now: performance.now(),
});

function waited(slots: Slots, patient = patience()): Promise<void> {
  return new Promise((take, turnAway) => slots.wait(patient, { take, turnAway }));
}

test('as many as fit go through at once', () => {
  const slots = new Slots({ size: 2, maxWaiting: 0 });

  expect([slots.tryTake(), slots.tryTake(), slots.tryTake()]).toEqual([true, true, false]);
});

test('whoever has waited longest is next', async () => {
  const slots = new Slots({ size: 1, maxWaiting: 2 });
  const order: string[] = [];
  slots.tryTake();

  const first = waited(slots).then(() => order.push('first'));
  const second = waited(slots).then(() => order.push('second'));
  slots.release();
  await first;
  slots.release();
  await second;

  expect(order).toEqual(['first', 'second']);
});

test('who does not fit into the queue is refused at once, and told when to come again', async () => {
  const slots = new Slots({ size: 1, maxWaiting: 0 });
  slots.tryTake();

  await expect(waited(slots)).rejects.toMatchObject({ reason: 'overloaded', retryAfter: 1_000 });
});

test('who waits too long is refused', async () => {
  const slots = new Slots({ size: 1, maxWaiting: 1 });
  slots.tryTake();

  await expect(waited(slots, patience(NEVER, 1))).rejects.toMatchObject({ reason: 'overloaded' });
});

test('who leaves the queue makes room in it, and gets no slot', async () => {
  const slots = new Slots({ size: 1, maxWaiting: 1 });
  const leaving = new AbortController();
  slots.tryTake();
  const left = waited(slots, patience(leaving.signal));

  leaving.abort();
  const next = waited(slots);
  slots.release();

  await expect(left).rejects.toMatchObject({ reason: 'left' });
  await expect(next).resolves.toBeUndefined();
  slots.release();
  expect(slots.tryTake()).toBe(true);
});

test('who is not wanted any more does not begin to wait', async () => {
  const slots = new Slots({ size: 1, maxWaiting: 1 });
  slots.tryTake();

  await expect(waited(slots, patience(AbortSignal.abort()))).rejects.toMatchObject({ reason: 'left' });
});
