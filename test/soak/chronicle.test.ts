import { expect, test } from '@jest/globals';
import { Chronicle } from './chronicle.js';

test('what is wrong is counted, even what is not kept', () => {
  const chronicle = new Chronicle();
  for (let n = 1; n <= 1_005; n += 1) chronicle.wrong(`wrong ${n}`);

  expect(chronicle.seen).toHaveLength(1_000);
  expect(chronicle.turn().wrong).toBe(1_005);
  expect(chronicle.now.wrong).toBe(0);
});
