/** How much is tried, and what of it, from the environment of the test run. */
export interface Runs {
  /** `MONOLITH_RUNS`: operations of one test run. */
  readonly operations: number;
  /** `MONOLITH_SEED`: what all chance of the run follows from; by default another one each time. */
  readonly seed: number;
  /** `MONOLITH_PATH`: the one case to run again, as a failure names it. */
  readonly path?: string;
  /** `MONOLITH_GRAPH`: the one graph to try, as a failure names it. */
  readonly graph?: string;
}

const DEFAULT_OPERATIONS = 3_000;

/** Reads the environment. @throws Error for a number that is none. */
export function runsFrom(env: NodeJS.ProcessEnv): Runs {
  return {
    operations: numberIn(env, 'MONOLITH_RUNS') ?? DEFAULT_OPERATIONS,
    seed: numberIn(env, 'MONOLITH_SEED') ?? Date.now() % 2 ** 31,
    path: env['MONOLITH_PATH'],
    graph: env['MONOLITH_GRAPH'],
  };
}

function numberIn(env: NodeJS.ProcessEnv, name: string): number | undefined {
  const value = env[name];
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new Error(`${name} must be a whole number, not ${value}.`);
  return Number(value);
}
