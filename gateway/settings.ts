import { CALLER_TOKEN_SETTINGS } from '../schema/contract/caller-token.js';
import { HubError } from '../schema/contract/errors.js';
import { HTTP_SETTINGS } from '../schema/contract/http/settings.js';
import { port, readSettings, type Environment } from '../schema/contract/settings.js';
import { text } from '../schema/contract/text.js';
import { DOOR_SETTINGS } from './door/settings.js';
import { AUTHENTICATION_SETTINGS } from './engine/authenticate/settings.js';
import { ENGINE_SETTINGS } from './engine/settings.js';
import { FLEET_SETTINGS } from './fleet/settings.js';
import { LAUNCH_SETTINGS } from './launch/settings.js';
import { LIMIT_SETTINGS } from './limits/settings.js';
import { REACH_SETTINGS } from './reach/settings.js';
import { RELEASE_SETTINGS } from './release/settings.js';
import { STREAM_SETTINGS } from './streams/settings.js';
import { TELEMETRY_SETTINGS } from './telemetry/settings.js';
import { USAGE_SETTINGS } from './usage/settings.js';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

/** Settings of a gateway process; those of its parts stand where the parts do. */
export const GATEWAY_SETTINGS = {
  ...HTTP_SETTINGS,
  ...REACH_SETTINGS,
  ...LIMIT_SETTINGS,
  ...DOOR_SETTINGS,
  ...AUTHENTICATION_SETTINGS,
  ...CALLER_TOKEN_SETTINGS,
  ...ENGINE_SETTINGS,
  ...TELEMETRY_SETTINGS,
  ...STREAM_SETTINGS,
  ...FLEET_SETTINGS,
  ...RELEASE_SETTINGS,
  ...LAUNCH_SETTINGS,
  ...USAGE_SETTINGS,
  /** File of the supergraph, any of federation 2; also `--supergraph`, from where `npm` was called. This or REGISTRY_URL. */
  SUPERGRAPH: z.string().optional(),
  /** How often the supergraph's file is looked at for a newer one, which is taken over; 0 for never. Unit: milliseconds. */
  SUPERGRAPH_POLL_MS: z.coerce.number().int().min(0).max(3_600_000).default(1_000),
  /** TCP port; 0 picks a free one; also `--port`. Default: 4000. */
  PORT: port.default(4000),
  /** Network interface; 0.0.0.0 opens the gateway to the network; also `--host`. Default: this machine only. */
  HOST: z.string().default('127.0.0.1'),
  /** Whether everybody may ask for the schema, which the sandbox needs. Default: true. */
  INTROSPECTION: z.stringbool().default(true),
  /** Processes that share the port and the work, for machines with several cores; also `--workers`. SIGHUP exchanges them one by one. Unit: processes. */
  WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  /** Folder of the sandbox's example questions. Default: those of the project. */
  EXAMPLES_DIR: z.string().optional(),
};

/** The values of {@link GATEWAY_SETTINGS}. */
export type GatewaySettings = z.infer<z.ZodObject<typeof GATEWAY_SETTINGS>>;

/** The arguments that a gateway takes, and the settings they stand for. */
const ARGUMENTS = new Map([
  ['supergraph', 'SUPERGRAPH'],
  ['port', 'PORT'],
  ['host', 'HOST'],
  ['jwks', 'JWKS_URL'],
  ['issuer', 'JWT_ISSUER'],
  ['audience', 'JWT_AUDIENCE'],
  ['authz-mode', 'AUTHZ_MODE'],
  ['workers', 'WORKERS'],
  ['registry', 'REGISTRY_URL'],
  ['channel', 'CHANNEL'],
]);

const USAGE =
  'npm run gateway -- (--supergraph FILE | --registry URL [--channel NAME]) --port N [--host H] [--jwks URL --issuer ISS --audience AUD] [--authz-mode filter|reject] [--workers N]';

/**
 * Reads the settings of a gateway process; an argument wins over the environment.
 *
 * @throws HubError INVALID_SETTING that names the argument or setting and what would be right.
 */
export function gatewaySettings(args: readonly string[], environment: Environment): GatewaySettings {
  const values = argumentsIn(args);
  const given = [...ARGUMENTS].map(([name, setting]) => [setting, values[name]]);
  const wins = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  const file = values['supergraph'] && { SUPERGRAPH: fromCaller(values['supergraph'], environment) };
  return withSource(readSettings(GATEWAY_SETTINGS, { ...environment, ...wins, ...file }));
}

/** A gateway has one supergraph, from a file or from a registry. */
function withSource(settings: GatewaySettings): GatewaySettings {
  const { SUPERGRAPH: file, REGISTRY_URL: registry } = settings;
  if ((file === undefined) !== (registry === undefined)) return settings;
  const isMissing = file === undefined;
  const given = isMissing
    ? text('chưa được đặt', 'it is not given')
    : text('được đặt cùng REGISTRY_URL', 'it is given beside REGISTRY_URL');
  throw new HubError(
    'INVALID_SETTING',
    text(
      `Thiết lập SUPERGRAPH không hợp lệ: ${given.vi}, ${SOURCE.vi}; xem docs/settings.md.`,
      `Setting SUPERGRAPH is wrong: ${given.en}, ${SOURCE.en}; see docs/settings.md.`,
    ),
    { setting: 'SUPERGRAPH' },
  );
}

const SOURCE = text(
  'hãy nêu tệp siêu đồ thị, ví dụ --supergraph schema/sdl/supergraph.graphql, hoặc sổ đăng ký bằng --registry',
  'name the file of the supergraph, for example --supergraph schema/sdl/supergraph.graphql, or else a registry by --registry',
);

/** npm runs its scripts in the project's folder, and tells in INIT_CWD where it was called. */
function fromCaller(path: string, { INIT_CWD }: Environment): string {
  return INIT_CWD ? resolve(INIT_CWD, path) : path;
}

function argumentsIn(args: readonly string[]): Readonly<Record<string, string | undefined>> {
  const options = Object.fromEntries(
    [...ARGUMENTS.keys()].map((name) => [name, { type: 'string' as const }]),
  );
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const { message: reason } = error as Error;
    throw new HubError(
      'INVALID_SETTING',
      text(`Tham số sai: ${reason}. Cách dùng: ${USAGE}`, `Wrong arguments: ${reason}. Usage: ${USAGE}`),
      { setting: 'arguments' },
    );
  }
}
