import { words } from '../door/words.js';
import { z } from 'zod';

/** Limits that operations may be exempt from which the operator knows beforehand. */
export const EXEMPTIBLE = ['depth', 'aliases', 'fields', 'rootFields'] as const;

/** Which operations are answered by their ids; spread it into the settings of a process that answers clients. */
export const TRUSTED_SETTINGS = {
  /** File of the operations that the operator knows beforehand: a manifest of Apollo, or a map from ids to texts. No default. */
  TRUSTED_DOCUMENTS: z.string().optional(),
  /** How often that file is looked at for newer operations, which are taken over; 0 for never. Unit: milliseconds. */
  TRUSTED_DOCUMENTS_POLL_MS: z.coerce.number().int().min(0).max(3_600_000).default(1_000),
  /** Whether operations may be asked for by the ids of that file: `off`, `allow` these beside others, `strict` these only. Default: off. */
  TRUSTED_DOCUMENTS_MODE: z.enum(['off', 'allow', 'strict']).default('off'),
  /** Limits that do not bind these operations, with commas between: depth, aliases, fields, rootFields; or none. The cost always does. */
  TRUSTED_DOCUMENTS_EXEMPT: words
    .transform((list) => list.filter((word) => word !== 'none'))
    .pipe(z.array(z.enum(EXEMPTIBLE)))
    .default(['depth', 'aliases']),
  /** Whether a client may register an operation under the hash of its text, to ask for it by the hash (automatic persisted queries). Default: false. */
  APQ: z.stringbool().default(false),
  /** Memory for the texts that clients registered. Unit: bytes, roughly. */
  APQ_CACHE_BYTES: z.coerce.number().int().min(65_536).max(1_073_741_824).default(16_777_216),
};

/** The values of {@link TRUSTED_SETTINGS}. */
export type TrustedSettings = z.infer<z.ZodObject<typeof TRUSTED_SETTINGS>>;
