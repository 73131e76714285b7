import { readSettings } from '../../schema/contract/settings.js';
import { words } from '../door/words.js';
import { z } from 'zod';

/** How the use of the graph is recorded; spread it into the settings of a process that follows a channel. */
export const USAGE_SETTINGS = {
  /** How often the registry is told who used what; 0 for never, and then nothing is recorded. Unit: seconds. */
  USAGE_EVERY_S: z.coerce.number().int().min(0).max(3_600).default(60),
  /** Claims of a verified token that name the program that asks, the first one that is there, with commas between. */
  USAGE_CLIENT_CLAIMS: words.default(['azp', 'client_id']),
  /** Claim of a verified token that names the version of that program. */
  USAGE_VERSION_CLAIM: z.string().min(1).default('client_version'),
};

/** The values of {@link USAGE_SETTINGS}. */
export type UsageSettings = z.infer<z.ZodObject<typeof USAGE_SETTINGS>>;

/** The settings of a process that was told nothing. */
export const USAGE_DEFAULTS: UsageSettings = readSettings(USAGE_SETTINGS, {});
