/** How much is tried, and what of it, from the environment of the test run. */
export interface Runs {
  /** `MONOLITH_RUNS`: operations of one test run. */
  readonly operations: number;
  /** `MONOLITH_SEED`: what all chance of the run follows from; `random` for another one each time. */
  readonly seed: number;
  /** `MONOLITH_PATH`: the one case to run again, as a failure names it. */
  readonly path?: string;
  /** `MONOLITH_GRAPH`: the one graph to try, as a failure names it. */
  readonly graph?: string;
}

/** As many as take about 20 s. */
const DEFAULT_OPERATIONS = 1_200;
/** The same each time, so that a change that breaks nothing fails no test. */
const DEFAULT_SEED = 1;

/** Reads the environment. @throws Error for a number that is none. */
export function runsFrom(env: NodeJS.ProcessEnv): Runs {
  return {
    operations: numberIn(env, 'MONOLITH_RUNS') ?? DEFAULT_OPERATIONS,
    seed:
      env['MONOLITH_SEED'] === 'random'
        ? Date.now() % 2 ** 31
        : (numberIn(env, 'MONOLITH_SEED') ?? DEFAULT_SEED),
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
