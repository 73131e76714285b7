import { REACH_SETTINGS } from '../reach/settings.js';
import { readSettings } from '../../schema/contract/settings.js';
import { z } from 'zod';

/** How the engine treats operations; spread it into the settings of a process that answers clients. */
export const ENGINE_SETTINGS = {
  /** What happens to an operation of which the caller may not see all: `filter` answers the rest, `reject` refuses it. Default: filter. */
  AUTHZ_MODE: z.enum(['filter', 'reject']).default('filter'),
  /** Time for a decision on policies; without one they are denied. Unit: milliseconds. */
  POLICY_TIMEOUT_MS: z.coerce.number().int().min(10).max(60_000).default(1_000),
  /** ES module whose export `decidePolicies` decides policies. Default: the token's `policies` claim decides. */
  POLICY_MODULE: z.string().optional(),
  /** See there: a run of which all fetches would be shared is shared as a whole. */
  SHARE_FETCHES: REACH_SETTINGS.SHARE_FETCHES,
  /** Whether a query that is asked several times at once by callers with the same token is run only once. Default: false. */
  SHARE_QUERIES: z.stringbool().default(false),
  /** Threads that plan operations beside the one that answers, and as many more while there are hard ones; 0 plans on that one. Unit: threads. */
  PLANNER_THREADS: z.coerce.number().int().min(0).max(16).default(1),
  /** Time for the first attempt at a plan; what takes longer counts as hard, and is planned by threads of its own. Unit: milliseconds. */
  PLAN_SLICE_MS: z.coerce.number().int().min(10).max(60_000).default(200),
  /** Time for one plan; an operation that takes longer is refused. Needs a thread. Unit: milliseconds. */
  PLAN_TIMEOUT_MS: z.coerce.number().int().min(50).max(60_000).default(2_000),
  /** Operations that may wait for their plans; further ones are refused. Unit: operations. */
  PLAN_QUEUE: z.coerce.number().int().min(1).max(100_000).default(1_000),
  /** Operations of one caller that may wait for their plans; further ones are refused. Unit: operations. */
  PLAN_QUEUE_PER_CALLER: z.coerce.number().int().min(1).max(100_000).default(500),
  /** Memory of one planning thread. Unit: megabytes. */
  PLANNER_HEAP_MB: z.coerce.number().int().min(64).max(65_536).default(1_024),
  /** Labels of progressive `@override` that hold for every request, with commas between. Default: none. */
  OVERRIDE_LABELS: z
    .string()
    .default('')
    .transform(
      (text) =>
        new Set(
          text
            .split(',')
            .map((label) => label.trim())
            .filter(Boolean),
        ),
    ),
};

/** The values of {@link ENGINE_SETTINGS}. */
export type EngineSettings = z.infer<z.ZodObject<typeof ENGINE_SETTINGS>>;

/** The settings of an engine that was told nothing; it plans where it runs. */
export const ENGINE_DEFAULTS: EngineSettings = readSettings(ENGINE_SETTINGS, { PLANNER_THREADS: '0' });
