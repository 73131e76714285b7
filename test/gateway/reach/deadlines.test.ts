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
  const removed = { at: now + 5, onOver: () => void over.push('removed') };
  const { promise, resolve } = Promise.withResolvers<void>();
  deadlines.add(removed);
  deadlines.add({ at: now + 10, onOver: resolve });

  deadlines.remove(removed);
  await promise;

  expect(over).toEqual([]);
});
