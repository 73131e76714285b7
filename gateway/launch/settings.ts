import { readSettings } from '../../schema/contract/settings.js';
import { z } from 'zod';

/** How a newer release takes the place of the one before; spread it into the settings of a process that follows a channel. */
export const LAUNCH_SETTINGS = {
  /** How long a release is watched before it counts as good; 0 for not at all. Unit: seconds. */
  LAUNCH_WATCH_S: z.coerce.number().int().min(0).max(3_600).default(60),
  /** Operations, the most used ones, whose plans are prepared before a release is put in place. Unit: operations. */
  LAUNCH_WARM_OPERATIONS: z.coerce.number().int().min(0).max(2_000).default(200),
  /** Time for that. Unit: milliseconds. */
  LAUNCH_WARM_MS: z.coerce.number().int().min(0).max(120_000).default(10_000),
};

/** The values of {@link LAUNCH_SETTINGS}. */
export type LaunchSettings = z.infer<z.ZodObject<typeof LAUNCH_SETTINGS>>;

/** The settings of a process that was told nothing. */
export const LAUNCH_DEFAULTS: LaunchSettings = readSettings(LAUNCH_SETTINGS, {});
