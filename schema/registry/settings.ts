import { HTTP_SETTINGS } from '../contract/http/settings.js';
import { projectPath } from '../contract/project.js';
import { port, readSettings, type Environment } from '../contract/settings.js';
import { REGISTRY_NAME } from '../contract/release/terms.js';
import { CHECK_LIMITS } from './checks/input.js';
import { z } from 'zod';

/** Settings of the registry's process. */
export const REGISTRY_SETTINGS = {
  ...HTTP_SETTINGS,
  /** Largest request body; an SDL of the largest size must fit. Unit: bytes. */
  HTTP_BODY_LIMIT_BYTES: HTTP_SETTINGS.HTTP_BODY_LIMIT_BYTES.default(8_388_608),
  /** TCP port; 0 asks the system for a free one. */
  PORT: port.default(4_010),
  /** Network interface. */
  HOST: z.string().default('127.0.0.1'),
  /** Address of the registry's own PostgreSQL database. */
  DATABASE_URL: z.string(),
  /** File with the registry's private key (JWK). */
  REGISTRY_KEY_FILE: z.string(),
  /** What the registry is called, unlike any other one; needed at the first start, and holds from then on. */
  REGISTRY_NAME: REGISTRY_NAME.optional(),
  /** File with the operators' public keys, a JSON Web Key Set; needed at the first start. */
  OPERATOR_KEYS_FILE: z.string().optional(),
  /** The law of ownership at the first start. */
  OWNERSHIP_FILE: z.string().default(projectPath('schema', 'ownership.yaml')),
  /** Time for one check. Unit: milliseconds. */
  CHECK_TIMEOUT_MS: z.coerce.number().int().min(100).max(600_000).default(60_000),
  /** Memory for one check. Unit: megabytes. */
  CHECK_HEAP_MB: z.coerce.number().int().min(64).max(16_384).default(1_024),
  /** How long what checks is kept in memory after a check. Unit: milliseconds. */
  CHECK_IDLE_MS: z.coerce.number().int().min(0).max(3_600_000).default(30_000),
  /** Largest SDL. Unit: bytes. */
  CHECK_SDL_BYTES: z.coerce.number().int().min(1_024).max(33_554_432).default(CHECK_LIMITS.sdlBytes),
  /** Most types of one SDL. Unit: types. */
  CHECK_MAX_TYPES: z.coerce.number().int().min(1).max(1_000_000).default(CHECK_LIMITS.types),
  /** How long clients' use counts, and has to be recorded before nobody's use counts. Unit: days. */
  CHECK_USAGE_DAYS: z.coerce.number().int().min(1).max(90).default(CHECK_LIMITS.usageDays),
};

/** The values of {@link REGISTRY_SETTINGS}. */
export type RegistrySettings = z.infer<z.ZodObject<typeof REGISTRY_SETTINGS>>;

/** Reads the settings of the registry. @throws HubError INVALID_SETTING */
export function registrySettings(environment: Environment): RegistrySettings {
  return readSettings(REGISTRY_SETTINGS, environment);
}
