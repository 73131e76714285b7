import { HTTP_SETTINGS } from '../../schema/contract/serve.js';
import { port } from '../../schema/contract/settings.js';
import { DOOR_SETTINGS } from '../door/settings.js';
import { AUTHENTICATION_SETTINGS } from '../engine/authenticate/settings.js';
import { ENGINE_SETTINGS } from '../engine/settings.js';
import { LAUNCH_SETTINGS } from '../launch/settings.js';
import { LIMIT_SETTINGS } from '../limits/settings.js';
import { REACH_SETTINGS } from '../reach/settings.js';
import { STREAM_SETTINGS } from '../streams/settings.js';
import { z } from 'zod';

/** Settings of the whole hub in one process; those of its parts stand where the parts do. */
export const HUB_SETTINGS = {
  ...HTTP_SETTINGS,
  ...REACH_SETTINGS,
  ...LIMIT_SETTINGS,
  ...DOOR_SETTINGS,
  ...AUTHENTICATION_SETTINGS,
  ...ENGINE_SETTINGS,
  ...STREAM_SETTINGS,
  ...LAUNCH_SETTINGS,
  /** TCP port; 0 picks a free one. */
  PORT: port.default(4000),
  /** Network interface; 0.0.0.0 opens the hub to the network. Default: this machine only. */
  HOST: z.string().default('127.0.0.1'),
  /**
   * Folder of the data. Default: `data` in the project, or a folder below /var/lib where root's project is closed; for
   * trial tokens that name with `-trial`.
   */
  DATA_DIR: z.string().optional(),
  /** TCP port of a registry within the hub, which other agencies publish to; 0 picks a free one. Default: there is none. */
  REGISTRY_PORT: port.optional(),
  /** Whether everybody may ask for the schema, which the sandbox needs. */
  INTROSPECTION: z.stringbool().default(true),
  /** Whether anybody on this machine gets a token for any office, to try the graph with; for development only. */
  TRIAL_TOKENS: z.stringbool().default(false),
  /** What the process is for; where it is not for development, there are no trial tokens. `npm start` says production. */
  NODE_ENV: z.string().optional(),
};

/** The values of {@link HUB_SETTINGS}. */
export type HubSettings = z.infer<z.ZodObject<typeof HUB_SETTINGS>>;
