import { readSettings, RULES } from '../../schema/contract/settings.js';
import { text } from '../../schema/contract/text.js';
import { RATE_SETTINGS } from '../rates/settings.js';
import { TRUSTED_SETTINGS } from '../trusted/settings.js';
import { words } from './words.js';
import { z } from 'zod';

/** Most operations that one request may ever hold. Unit: operations. */
const MAX_BATCH = 20;

/** How requests come in; spread it into the settings of a process that answers clients. */
export const DOOR_SETTINGS = {
  ...TRUSTED_SETTINGS,
  ...RATE_SETTINGS,
  /** Sites whose pages may ask, as browsers write them, with commas between; compared as a whole. Default: none. */
  CORS_ORIGINS: words
    .pipe(z.array(z.string().refine(isOrigin)))
    .optional()
    .register(
      RULES,
      text(
        'cần các nguồn (origin) đầy đủ cách nhau bằng dấu phẩy, ví dụ https://congdoan.example; không nhận * hay null',
        'whole origins with commas between are needed, for example https://union.example; neither * nor null',
      ),
    ),
  /** How long a browser may keep the permission. Unit: seconds. */
  CORS_MAX_AGE_S: z.coerce.number().int().min(0).max(86_400).default(600),
  /** Operations that one request may hold as a JSON list; 0 takes no lists. Unit: operations. */
  BATCH_MAX: z.coerce.number().int().min(0).max(MAX_BATCH).default(0),
  /** Scopes with commas between, of which a caller needs one to ask for the schema. Default: none is needed. */
  INTROSPECTION_SCOPES: words.optional(),
};

/** The values of {@link DOOR_SETTINGS}. */
export type DoorSettings = z.infer<z.ZodObject<typeof DOOR_SETTINGS>>;

/** The settings of a process that was told nothing. */
export const DOOR_DEFAULTS: DoorSettings = readSettings(DOOR_SETTINGS, {});

/** A wildcard is no origin, nor is what has a path, a user, or letters that a browser would write otherwise. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
