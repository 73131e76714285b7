import { describe, expect, jest, test } from '@jest/globals';
import { FAMILIES } from './families/all.js';
import { graphOf } from './graph.js';
import { regressionsByGraph } from './regressions.js';
import { runsFrom } from './settings.js';
import { tryAgain, tryOut } from './trial.js';

const runs = runsFrom(process.env);

jest.setTimeout(60_000 + runs.operations * 50);

const families = Object.entries(FAMILIES).filter(([name]) => (runs.graph ?? name) === name);

/** Half of all operations go to graphs written by hand. */
const perFamily = Math.ceil(runs.operations / 2 / Object.keys(FAMILIES).length);

/** Each graph with the cases that it once failed. */
const known = runs.graph === undefined ? regressionsByGraph().map((each, index) => ({ index, each })) : [];

test('the one graph that is to be tried is a family or made at random', () => {
  expect(runs.graph ?? 'random-').toMatch(new RegExp(`^(${Object.keys(FAMILIES).join('|')}|random-.*)$`));
});

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
});
