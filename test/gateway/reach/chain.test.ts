import { Chain, type Link } from '../../../gateway/reach/chain.js';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

test('a chain holds what was added and not taken out, in the order in which it came', () => {
  const step = fc.oneof(fc.record({ add: fc.nat() }), fc.record({ remove: fc.nat(), isTwice: fc.boolean() }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const chain = new Chain<number>();
      const held: Link<number>[] = [];
      for (const each of steps) {
        if ('add' in each) held.push(chain.add(each.add));
        else {
          const [link] = held.splice(each.remove % Math.max(1, held.length), 1);
          if (!link) continue;
          expect(chain.remove(link)).toBe(true);
          if (each.isTwice) expect(chain.remove(link)).toBe(false);
        }
        expect(chain.links()).toEqual(held);
        expect(chain.size).toBe(held.length);
        expect(chain.first).toBe(held[0]);
      }
    }),
  );
});

test('what was taken out leads to nothing that is still in', () => {
  const chain = new Chain<string>();
  const [, middle] = ['first', 'middle', 'last'].map((each) => chain.add(each));

  if (middle) chain.remove(middle);

  expect(middle).toEqual({ item: 'middle', before: undefined, after: undefined });
});
