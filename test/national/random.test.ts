import { parseGlobalId, globalId } from '../../schema/contract/ids.js';
import { chanceOf, keyFor, shuffled, SYNTHETIC_KEY_VERSION } from './random.js';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

test('the same text always leads to the same numbers', () => {
  const numbers = (text: string) => {
    const chance = chanceOf(text);
    return [chance.next(), chance.between(1, 1_000), chance.of(['a', 'b', 'c'])];
  };

  expect(numbers('one')).toEqual(numbers('one'));
  expect(numbers('one')).not.toEqual(numbers('another'));
});

test('whole numbers lie between the two that were given', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 100 }), fc.nat(100), (text, least, more) => {
      const number = chanceOf(text).between(least, least + more);
      expect(number).toBeGreaterThanOrEqual(least);
      expect(number).toBeLessThanOrEqual(least + more);
    }),
  );
});

test('shuffling loses nothing', () => {
  const items = Array.from({ length: 50 }, (_, index) => index);

  expect(shuffled(items, chanceOf('order')).toSorted((left, right) => left - right)).toEqual(items);
});

test('keys are those of synthetic records alone, and make ids of the graph', () => {
  const key = keyFor('seed', 'kind', 7);

  expect(key[14]).toBe(SYNTHETIC_KEY_VERSION);
  expect(parseGlobalId(globalId({ type: 'Document', key }))).toEqual({ type: 'Document', key });
});
