import { describe, jest, test } from '@jest/globals';
import { FAMILIES } from './monolith/families/all.js';
import { graphOf } from './monolith/graph.js';
import { runsFrom } from './monolith/settings.js';
import { tryOut } from './monolith/trial.js';

const runs = runsFrom(process.env);

/** Operations of one graph. */
const OPERATIONS = 200;

jest.setTimeout(60_000 + runs.operations * 50);

const families = Object.entries(FAMILIES).filter(([name]) => (runs.graph ?? name) === name);

describe('the gateway answers as one schema with the same resolvers would', () => {
  test.each(families)('over %s', async (name, sdls) => {
    await tryOut({ ...runs, name, graph: graphOf(sdls), operations: OPERATIONS });
  });
});
