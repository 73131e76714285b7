import { describe, expect, jest, test } from '@jest/globals';
import { diceFor } from './dice.js';
import { randomGraph } from './random-graph.js';
import { runsFrom } from './settings.js';
import { tryOut } from './trial.js';

const runs = runsFrom(process.env);

/** Operations of one graph made at random. */
const OPERATIONS_EACH = 150;

jest.setTimeout(60_000 + runs.operations * 50);

/** The other half of all operations go to families. */
const numbers = Array.from(
  { length: Math.ceil(runs.operations / 2 / OPERATIONS_EACH) },
  (_, index) => `random-${runs.seed}-${index}`,
);
const randoms = runs.graph?.startsWith('random-') ? [runs.graph] : runs.graph === undefined ? numbers : [];

test('a graph made at random is the same whenever its name is', () => {
  const [once, again] = [randomGraph(diceFor('random-1-0')), randomGraph(diceFor('random-1-0'))];

  expect(again.sdls).toEqual(once.sdls);
});

describe('the gateway answers as one schema with the same resolvers would', () => {
  if (randoms.length > 0) {
    test.each(randoms)('over a graph made at random, %s', async (name) => {
      await tryOut({ ...runs, name, graph: randomGraph(diceFor(name)), operations: OPERATIONS_EACH });
    });
  }
});
