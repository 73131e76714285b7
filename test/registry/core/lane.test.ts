import { Lane } from '../../../schema/registry/ledger/lane.js';
import { expect, test } from '@jest/globals';

test('owners take turns, however much one of them has waiting', async () => {
  const lane = new Lane(4);
  const done: string[] = [];
  const run = (owner: string, work: string): Promise<unknown> =>
    lane.run(() => Promise.resolve(done.push(work)), owner);
  await Promise.all([run('a', 'a1'), run('a', 'a2'), run('a', 'a3'), run('b', 'b1'), run('c', 'c1')]);
  expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3']);
});

test('an owner with too much waiting is turned away, and nobody else is', async () => {
  const lane = new Lane(2);
  const held = Promise.withResolvers<undefined>();
  const waiting = [1, 2, 3].map(() => lane.run(() => held.promise, 'a'));
  await expect(lane.run(() => held.promise, 'a')).rejects.toMatchObject({ code: 'TRY_AGAIN' });
  const other = lane.run(() => Promise.resolve('done'), 'b');
  held.resolve(undefined);
  expect(await other).toBe('done');
  await Promise.all(waiting);
});

test('work that fails holds up nothing', async () => {
  const lane = new Lane(2);
  const failing = lane.run(() => Promise.reject(new Error('wrong')));
  const next = lane.run(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('wrong');
  expect(await next).toBe('done');
});
