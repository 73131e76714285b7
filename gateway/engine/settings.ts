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
  /** Whether a query that is asked several times at once by callers with the same token is run only once. Default: false. */
  SHARE_QUERIES: z.stringbool().default(false),
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

/** The settings of a process that was told nothing. */
export const ENGINE_DEFAULTS: EngineSettings = readSettings(ENGINE_SETTINGS, {});
