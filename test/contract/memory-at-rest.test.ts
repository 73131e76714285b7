import { collector, heldForNothing } from '../../schema/contract/memory-at-rest.js';
import { expect, test } from '@jest/globals';

/** Makes and drops objects, many of which live long enough that V8 makes more room for them. */
function garbage(): number {
  let latest: readonly object[] = [];
  let made = 0;
  for (let round = 0; round < 300; round += 1) {
    latest = Array.from({ length: 5_000 }, (_, index) => ({ index, word: `word ${index + round}` }));
    made += latest.length;
  }
  return made;
}

test('what a busy process needed for objects that are gone is given back', () => {
  const collect = collector();
  garbage();
  const held = heldForNothing();

  collect();

  expect(heldForNothing()).toBeLessThan(held / 2);
});
