import { CHANNEL_NAME } from '../../schema/contract/release/terms.js';
import { projectPath } from '../../schema/contract/project.js';
import { RULES } from '../../schema/contract/settings.js';
import { text } from '../../schema/contract/text.js';
import { z } from 'zod';

/** How a gateway follows a channel of a registry; spread it into the settings of a process that may. */
export const RELEASE_SETTINGS = {
  /** Address of the registry whose channel is followed, instead of a file; also `--registry`. Default: none, the file is. */
  REGISTRY_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** The channel that is followed; also `--channel`. */
  CHANNEL: CHANNEL_NAME.default('production').register(
    RULES,
    text(
      'tên kênh gồm chữ thường không dấu, chữ số, gạch nối hoặc gạch dưới',
      'a channel has a name of small letters, digits, hyphens or underscores',
    ),
  ),
  /**
   * File of the registry whose releases are accepted: a JSON Web Key Set of its public keys, with its name as `registry`.
   * Needed with REGISTRY_URL.
   */
  REGISTRY_KEYS_FILE: z.string().optional(),
  /** File of the gateway's own private key (JWK), by which the registry knows it. Needed with REGISTRY_URL. */
  REGISTRY_KEY_FILE: z.string().optional(),
  /** Folder in which the last good release is kept, from which the gateway starts while the registry is away; the processes of one host share it. */
  RELEASE_DIR: z.string().default(projectPath('data', 'releases')),
  /** How long one question for a newer release waits at the registry. Unit: seconds. */
  REGISTRY_WAIT_S: z.coerce.number().int().min(0).max(25).default(25),
  /** Time for an answer of the registry, beyond that wait. Unit: milliseconds. */
  REGISTRY_TIMEOUT_MS: z.coerce.number().int().min(100).max(60_000).default(5_000),
};

/** The values of {@link RELEASE_SETTINGS}. */
export type ReleaseSettings = z.infer<z.ZodObject<typeof RELEASE_SETTINGS>>;
