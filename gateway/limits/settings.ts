import { readSettings } from '../../schema/contract/settings.js';
import { z } from 'zod';

const count = z.coerce.number().int().min(1).max(1_000_000);

/** How large an operation may be; spread it into the settings of a process that answers clients. */
export const LIMIT_SETTINGS = {
  /** Longest operation text. Unit: tokens of the GraphQL language. */
  QUERY_MAX_TOKENS: count.default(4_000),
  /** Longest name in an operation, such as an alias, which every row of an answer repeats. Unit: characters. */
  QUERY_MAX_NAME_LENGTH: count.default(200),
  /** Deepest nesting of fields. Unit: levels. */
  QUERY_MAX_DEPTH: count.default(20),
  /** Renamed fields, fragments counted wherever they are used. Unit: aliases. */
  QUERY_MAX_ALIASES: count.default(30),
  /** Directives in the operation, fragments counted wherever they are used. Unit: directives. */
  QUERY_MAX_DIRECTIVES: count.default(50),
  /** Fields of the operation, fragments counted wherever they are used. Unit: fields. */
  QUERY_MAX_FIELDS: count.default(10_000),
  /** Fields at the top of the operation. Unit: fields. */
  QUERY_MAX_ROOT_FIELDS: count.default(20),
  /** How often introspection may go from a type to its fields' types. Unit: steps. */
  QUERY_MAX_INTROSPECTION_STEPS: count.default(2),
  /** Dearest operation. Unit: objects that the answer could hold. */
  QUERY_MAX_COST: count.default(20_000),
  /** Fetches from agencies that one operation may take; each asks for any number of objects. Unit: fetches. */
  QUERY_MAX_FETCHES: count.default(100),
  /** Rows assumed of a paged list that does not say how many it wants. Unit: rows. */
  QUERY_DEFAULT_PAGE: count.default(20),
  /** Rows assumed of a list without pages. Unit: rows. */
  QUERY_ASSUMED_LIST: count.default(5),
};

/** The values of {@link LIMIT_SETTINGS}. */
export type LimitSettings = z.infer<z.ZodObject<typeof LIMIT_SETTINGS>>;

/** The settings of a process that was told nothing. */
export const LIMIT_DEFAULTS: LimitSettings = readSettings(LIMIT_SETTINGS, {});
