import { readSettings } from '../../../schema/contract/settings.js';
import { TOKEN_SETTINGS } from '../../../schema/contract/token/settings.js';
import { z } from 'zod';

/** Signatures that a key pair makes. No others: whoever could check a shared secret could also forge with it. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
] as const;

const algorithms = z
  .string()
  .transform((list) => list.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(ALGORITHMS)));

/** How clients' tokens are checked; spread it into the settings of a process that serves clients. */
export const AUTHENTICATION_SETTINGS = {
  ...TOKEN_SETTINGS,
  /** Address of the keys that sign clients' tokens, a JSON Web Key Set; also `--jwks`. Default: no token is accepted. */
  JWKS_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Who must have issued a token (`iss`); also `--issuer`. No default. */
  JWT_ISSUER: z.string().optional(),
  /** For whom a token must be meant (`aud`); also `--audience`. No default. */
  JWT_AUDIENCE: z.string().optional(),
  /** Signature algorithms that are accepted, between commas; never `none` nor a shared secret. */
  JWT_ALGORITHMS: algorithms.default(['RS256', 'PS256', 'ES256', 'EdDSA']),
  /** Longest token; the one for subgraphs, which holds its claims, must fit in their headers. Unit: characters. */
  JWT_MAX_LENGTH: z.coerce.number().int().min(256).max(10_240).default(8_192),
};

/** The values of {@link AUTHENTICATION_SETTINGS}. */
export type AuthenticationSettings = z.infer<z.ZodObject<typeof AUTHENTICATION_SETTINGS>>;

/** The settings of a process that was told nothing: it knows anonymous callers only. */
export const AUTHENTICATION_DEFAULTS: AuthenticationSettings = readSettings(AUTHENTICATION_SETTINGS, {});
