import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { FairQueue, type QueueBounds } from '../../../../../gateway/engine/plan/threads/fair-queue.js';
import { anyEvents, askerOf, QueueStory } from './queue-story.js';

const WIDE = { size: 100, sizePerAsker: 100, wait: 60_000 };

/** A queue of words, and the words that it gave up. */
function aQueue(changes: Partial<QueueBounds<string>> = {}) {
  const givenUp: string[] = [];
  const queue = new FairQueue<string>({ ...WIDE, onGivenUp: (job) => void givenUp.push(job), ...changes });
  const add = (...jobs: readonly string[]): readonly boolean[] =>
    jobs.map((job) => queue.add(job, [askerOf(job)]));
  const takeAll = async (): Promise<string> => {
    const taken: (string | null)[] = [];
    while (queue.size > 0) taken.push(await queue.take());
    return taken.join(' ');
  };
  return { queue, givenUp, add, takeAll };
}

describe('jobs that wait', () => {
  test('are taken by turns, one of each asker', async () => {
    const { add, takeAll } = aQueue();

    add('a1', 'a2', 'a3', 'b1', 'b2', 'c1');

    expect(await takeAll()).toBe('a1 b1 c1 a2 b2 a3');
  });

  test('are taken before the second one of whoever came later', async () => {
    const { queue, add, takeAll } = aQueue();
    add('a1', 'b1');
    await queue.take();

    add('a2', 'a3', 'c1');

    expect(await takeAll()).toBe('b1 a2 c1 a3');
  });

  test('are given to whoever waits for one', async () => {
    const { queue, add } = aQueue();
    const taken = queue.take();

    add('a1');

    expect([await taken, queue.size]).toEqual(['a1', 0]);
  });

  test('are not waited for longer than one likes', async () => {
    const { queue, add, takeAll } = aQueue();

    expect(await queue.take(1)).toBeNull();

    add('a1');
    expect(await takeAll()).toBe('a1');
  });

  test('are taken at the turn of the first of those who want them', async () => {
    const { queue, add, takeAll } = aQueue();
    add('a1', 'a2', 'a3', 'b1');

    queue.join('a3', 'c');

    expect(await takeAll()).toBe('a1 b1 a3 a2');
  });

  test('wait as long as anybody wants them', async () => {
    const { queue, add, takeAll } = aQueue();
    add('a1', 'a2', 'a3');
    queue.join('a2', 'b');

    const isOver = [queue.leave('a1', 'a'), queue.leave('a2', 'a')];

    expect(isOver).toEqual([true, false]);
    expect(await takeAll()).toBe('a3 a2');
  });

  test('do not make room for others while another one wants them, too', async () => {
    const { queue, givenUp, add, takeAll } = aQueue({ size: 4 });
    add('b1', 'a1', 'a2');
    queue.join('b1', 'a');
    add('a3');
    queue.join('a3', 'c');

    const isIn = add('d1');

    expect([isIn, givenUp]).toEqual([[true], ['a2']]);
    expect(await takeAll()).toBe('b1 a1 a3 d1');
  });

  test('have their time anew only once, however often others come and go', () => {
    jest.useFakeTimers();
    const { queue, givenUp, add } = aQueue({ wait: 100 });
    add('a1');

    for (let n = 0; n < 5; n += 1) {
      jest.advanceTimersByTime(60);
      queue.join('a1', 'b');
      queue.leave('a1', 'b');
    }

    expect(givenUp).toEqual(['a1']);
    jest.useRealTimers();
  });

  test('wait no longer than they may', () => {
    jest.useFakeTimers();
    const { queue, givenUp, add } = aQueue({ wait: 50 });
    add('a1', 'a2');
    jest.advanceTimersByTime(40);
    queue.join('a2', 'b');

    jest.advanceTimersByTime(20);
    jest.useRealTimers();

    expect([givenUp, queue.size]).toEqual([['a1'], 1]);
    queue.close();
  });

  test('are left when the queue is closed, and nothing is added or taken any more', async () => {
    const { queue, add } = aQueue();
    add('a1', 'b1');

    expect(queue.close()).toEqual(['a1', 'b1']);
    expect([add('a2'), await queue.take()]).toEqual([[false], null]);
  });
});

describe('a queue', () => {
  test('refuses an asker more than is for one', () => {
    const { add, queue } = aQueue({ sizePerAsker: 2 });

    expect(add('a1', 'a2', 'a3', 'b1')).toEqual([true, true, false, true]);
    queue.close();
  });

  test('that is full makes room at the cost of whoever waits for most', async () => {
    const { add, takeAll, givenUp } = aQueue({ size: 4 });

    expect(add('a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'a5')).toEqual([
      ...[true, true, true, true],
      ...[true, true, false, false],
    ]);
    expect(givenUp).toEqual(['a4', 'a3']);
    expect(await takeAll()).toBe('a1 b1 a2 b2');
  });
});

describe('whatever comes in whatever order', () => {
  const always = (
    bounds: Pick<QueueBounds<string>, 'size' | 'sizePerAsker'>,
    holds: (story: QueueStory) => void,
  ) =>
    fc.assert(
      fc.asyncProperty(anyEvents, async (events) => holds(await new QueueStory(bounds).play(events))),
    );

  test('no asker has two jobs taken while one waits as the first of another', () =>
    always({ size: 12, sizePerAsker: 8 }, ({ takenTwice }) => expect(takenTwice).toEqual([])));

  test('bounds hold', () =>
    always({ size: 6, sizePerAsker: 4 }, ({ seen }) => {
      expect(seen.most).toBeLessThanOrEqual(6);
      expect(seen.mostOfOne).toBeLessThanOrEqual(4);
    }));

  test('the jobs of one asker keep their order, and none is lost or there twice', () =>
    always({ size: 6, sizePerAsker: 4 }, ({ seen, outOfOrder }) => {
      expect([outOfOrder, seen.over]).toEqual([[], seen.added]);
    }));

  test('nobody is refused the first job as long as another waits for two', () =>
    always({ size: 5, sizePerAsker: 5 }, ({ refusedFirst }) => expect(refusedFirst).toEqual([])));
});
