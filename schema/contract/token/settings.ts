import { z } from 'zod';

const milliseconds = z.coerce.number().int().min(50);

/** How tokens are checked and the keys for it are kept; spread it into the settings of a process that checks tokens. */
export const TOKEN_SETTINGS = {
  /** How far the clocks of issuer and hub may differ. Unit: seconds. */
  JWT_CLOCK_TOLERANCE_S: z.coerce.number().int().min(0).max(300).default(5),
  /** Memory for tokens that were verified, so that each is verified once. Unit: bytes, roughly. */
  JWT_REMEMBERED_BYTES: z.coerce.number().int().min(65_536).max(1_073_741_824).default(16_777_216),
  /** How long keys are used before they are read again. Unit: milliseconds. */
  JWKS_CACHE_MS: milliseconds.max(86_400_000).default(600_000),
  /** How much longer the last good keys serve while their host does not answer. Unit: milliseconds. */
  JWKS_STALE_MS: z.coerce.number().int().min(0).max(604_800_000).default(21_600_000),
  /** Time between two looks for an unknown key, and between two tries at a host that fails. Unit: milliseconds. */
  JWKS_COOLDOWN_MS: milliseconds.max(3_600_000).default(5_000),
  /** Time to read the keys. Unit: milliseconds. */
  JWKS_TIMEOUT_MS: milliseconds.max(60_000).default(3_000),
  /** Largest set of keys. Unit: bytes. */
  JWKS_LIMIT_BYTES: z.coerce.number().int().min(1_024).max(16_777_216).default(262_144),
};

/** The values of {@link TOKEN_SETTINGS}. */
export type TokenSettings = z.infer<z.ZodObject<typeof TOKEN_SETTINGS>>;
