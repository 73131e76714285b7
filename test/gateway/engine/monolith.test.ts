import { describe, jest, test } from '@jest/globals';
import { diceFor } from './monolith/dice.js';
import { FAMILIES } from './monolith/families/all.js';
import { graphOf } from './monolith/graph.js';
import { randomGraph } from './monolith/random-graph.js';
import { regressionsByGraph } from './monolith/regressions.js';
import { runsFrom } from './monolith/settings.js';
import { tryAgain, tryOut } from './monolith/trial.js';

const runs = runsFrom(process.env);

/** Operations of one graph made at random. */
const OPERATIONS_EACH = 150;

jest.setTimeout(60_000 + runs.operations * 50);

const families = Object.entries(FAMILIES).filter(([name]) => (runs.graph ?? name) === name);

/** Half of all operations go to graphs written by hand. */
const perFamily = Math.ceil(runs.operations / 2 / Object.keys(FAMILIES).length);

const numbers = Array.from(
  { length: Math.ceil(runs.operations / 2 / OPERATIONS_EACH) },
  (_, index) => `random-${runs.seed}-${index}`,
);
const randoms = runs.graph?.startsWith('random-') ? [runs.graph] : runs.graph === undefined ? numbers : [];

/** Each graph with the cases that it once failed. */
const known = runs.graph === undefined ? regressionsByGraph().map((each, index) => ({ index, each })) : [];

describe('the gateway answers as one schema with the same resolvers would', () => {
  if (known.length > 0) {
    test.each(known)('where it once did not, graph $index', async ({ each }) => {
      await tryAgain(each);
    });
  }

  if (families.length > 0) {
    test.each(families)('over %s', async (name, sdls) => {
      await tryOut({ ...runs, name, graph: graphOf(sdls), operations: perFamily });
    });
  }

  if (randoms.length > 0) {
    test.each(randoms)('over a graph made at random, %s', async (name) => {
      await tryOut({ ...runs, name, graph: randomGraph(diceFor(name)), operations: OPERATIONS_EACH });
    });
  }
});
