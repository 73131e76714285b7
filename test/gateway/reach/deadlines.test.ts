import { Deadlines } from '../../../gateway/reach/deadlines.js';
import { expect, test } from '@jest/globals';

test('whose time is over is called back, the first one first, and nobody twice', async () => {
  const deadlines = new Deadlines();
  const over: string[] = [];
  const now = performance.now();
  const { promise, resolve } = Promise.withResolvers<void>();
  deadlines.add({ at: now + 40, onOver: () => (over.push('late'), resolve()) });
  deadlines.add({ at: now + 5, onOver: () => void over.push('early') });

  await promise;

  expect(over).toEqual(['early', 'late']);
});

test('who has what it waited for is not called back', async () => {
  const deadlines = new Deadlines();
  const over: string[] = [];
  const now = performance.now();
  const { promise, resolve } = Promise.withResolvers<void>();
  const removed = deadlines.add({ at: now + 5, onOver: () => void over.push('removed') });
  deadlines.add({ at: now + 10, onOver: resolve });

  deadlines.remove(removed);
  await promise;

  expect(over).toEqual([]);
});

test('who is taken out by another one whose time is over is not called back', async () => {
  const deadlines = new Deadlines();
  const over: string[] = [];
  const now = performance.now();
  const { promise, resolve } = Promise.withResolvers<void>();
  deadlines.add({ at: now, onOver: () => deadlines.remove(other) });
  const other = deadlines.add({ at: now, onOver: () => void over.push('taken out') });
  deadlines.add({ at: now, onOver: resolve });

  await promise;

  expect(over).toEqual([]);
});
