import { HubError } from '../../../schema/contract/errors.js';
import { port, readSettings, type Environment } from '../../../schema/contract/settings.js';
import { text, type Text } from '../../../schema/contract/text.js';
import { TRIAL_PATH } from '../../explorer/trial.js';
import type { OfficeParameter } from './office.js';
import { parseArgs } from 'node:util';

/** The parameters of an office are told to the hub as they are: it says what is wrong with them. */
const PARAMETERS = {
  role: { type: 'string' },
  organization: { type: 'string' },
  account: { type: 'string' },
  purpose: { type: 'string' },
  scopes: { type: 'string' },
} as const satisfies Readonly<Record<OfficeParameter, { readonly type: 'string' }>>;

const OPTIONS = { ...PARAMETERS, hub: { type: 'string' }, help: { type: 'boolean' } } as const;

/** Settings of the command that asks for a trial token. */
const SETTINGS = {
  /** TCP port of the hub that is asked, unless `--hub` names it. */
  PORT: port.default(4000),
};

/**
 * The address that the arguments of the command ask for a token; `null` where they ask for help.
 *
 * @throws HubError INVALID_SETTING that says what is wrong with the arguments.
 */
export function tokenAddress(args: readonly string[], environment: Environment): URL | null {
  const { help, hub, ...office } = valuesIn(args);
  if (help) return null;
  const { PORT } = readSettings(SETTINGS, environment);
  const address = new URL(TRIAL_PATH, hubAt(hub ?? `http://localhost:${PORT}`));
  address.search = String(new URLSearchParams(office));
  return address;
}

function hubAt(address: string): string {
  if (/^https?:\/\//.test(address) && URL.canParse(address)) return address;
  throw wrongArguments(
    text(
      '--hub cần một địa chỉ đầy đủ, ví dụ http://localhost:4000',
      '--hub needs a whole address, for example http://localhost:4000',
    ),
  );
}

function valuesIn(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const { message } = error as Error;
    throw wrongArguments(text(message, message));
  }
}

function wrongArguments({ vi, en }: Text): HubError {
  return new HubError(
    'INVALID_SETTING',
    text(
      `Tham số sai: ${vi}. Xem npm run token -- --help`,
      `Wrong arguments: ${en}. See npm run token -- --help`,
    ),
    { setting: 'arguments' },
  );
}
