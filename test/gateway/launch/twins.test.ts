import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EventSources } from '../../../gateway/engine/event-sources.js';
import { Twins } from '../../../gateway/engine/twins.js';

describe('answers that two sources give', () => {
  test('are told as often as the one gave them that gave them more often, in whatever order they come', () => {
    const given = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(given, (answers) => {
        const twins = new Twins(true);
        const told = answers.filter(([answer, isFormer]) => !twins.isTwin(answer, isFormer));
        for (const answer of ['a', 'b', 'c']) {
          const counts = [true, false].map(
            (side) => answers.filter(([each, isFormer]) => each === answer && isFormer === side).length,
          );
          expect(told.filter(([each]) => each === answer)).toHaveLength(Math.max(...counts));
        }
      }),
    );
  });
});

async function* some(...events: readonly number[]): AsyncGenerator<number> {
  yield* events;
}

describe('sources of events', () => {
  test('give the events of both while there are two, and end with the last one', async () => {
    const sources = new EventSources<number, string>({ events: some(1, 2), leave: () => undefined }, 'one');
    sources.join({ events: some(3), leave: () => undefined }, 'other');

    const given: string[] = [];
    for await (const { event, tag } of sources) given.push(`${tag} ${event}`);

    expect(given.toSorted()).toEqual(['one 1', 'one 2', 'other 3']);
  });

  test('go on where one fails, and fail with the last one', async () => {
    const failing = (): AsyncIterator<number> => ({ next: () => Promise.reject(new Error('gone')) });
    const sources = new EventSources<number, string>({ events: failing(), leave: () => undefined }, 'one');
    sources.join({ events: some(3), leave: () => undefined }, 'other');
    const alone = new EventSources<number, string>({ events: failing(), leave: () => undefined }, 'one');

    expect(await sources[Symbol.asyncIterator]().next()).toMatchObject({ value: { event: 3 } });
    await expect(alone[Symbol.asyncIterator]().next()).rejects.toThrow('gone');
  });
});
