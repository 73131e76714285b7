import type { KnownRegistry } from '../../contract/release/known-registry.js';
import { readKeyFile, type SigningKey } from '../../contract/release/keys.js';
import { signStatement } from '../../contract/release/sign.js';
import { saidBy, type Unsaid } from '../../contract/release/unsaid.js';
import { text, type Text } from '../../contract/text.js';
import { connectRegistry } from '../client/client.js';
import type { RegistryClient, StatementAnswer } from '../client/registry-client.js';
import { wrongUse, type Call } from './call.js';
import type { CommandOption } from './command.js';
import { projectFile, projectIn, type Project } from './project-file.js';
import { assertKnown, knownRegistry } from './trusted.js';

/** How a command is told which registry to ask, and with which key. */
export const REACH_OPTIONS: readonly CommandOption[] = [
  {
    name: 'registry',
    value: 'url',
    summary: text(
      'địa chỉ sổ đăng ký; nếu không: HUB_REGISTRY, hub.yaml',
      'address of the registry; else HUB_REGISTRY, hub.yaml',
    ),
  },
  {
    name: 'key',
    value: 'file',
    summary: text(
      'tệp khoá riêng; nếu không: HUB_KEY_FILE, hub.yaml',
      'file of the private key; else HUB_KEY_FILE, hub.yaml',
    ),
  },
  {
    name: 'trust',
    value: 'file',
    summary: text(
      'tên và khoá công khai của sổ đăng ký (JWKS), nhận bằng đường khác; nếu không: HUB_TRUST_FILE, hub.yaml',
      'name and public keys of the registry (JWKS), had by another way; else HUB_TRUST_FILE, hub.yaml',
    ),
  },
];

/** Names a channel. */
export const CHANNEL_OPTION: CommandOption = {
  name: 'channel',
  value: 'name',
  summary: text(
    'kênh; nếu không: theo hub.yaml, rồi production',
    'the channel; else that of hub.yaml, then production',
  ),
};

/** For whatever changes something. */
export const DRY_RUN: CommandOption = {
  name: 'dry-run',
  summary: text('chỉ cho biết điều sẽ xảy ra', 'only tells what would happen'),
};

/** Says why; people read it later. */
export const REASON: CommandOption = {
  name: 'reason',
  value: 'text',
  isNeeded: true,
  summary: text('lý do, được ghi vào nhật ký', 'why; it is kept in the log'),
};

/** A registry, and who asks it. */
export interface Reach {
  readonly registry: RegistryClient;
  readonly key: SigningKey;
  /** What is known of the registry beforehand. */
  readonly known: KnownRegistry;
}

/** The project of where the command was called. */
export function projectOf({ desk }: Call): Project | undefined {
  return projectIn(desk.cwd);
}

/** The channel that a command is about. */
export function channelOf(call: Call): string {
  return call.option('channel') ?? projectOf(call)?.channel ?? 'production';
}

/** The address of the registry, when one is known. */
export function registryUrl(call: Call): string | undefined {
  return call.option('registry') ?? (call.desk.env['HUB_REGISTRY'] || projectOf(call)?.registry);
}

/** The file of the caller's key. @throws HubError INVALID_INPUT when none is known. */
export function keyPath(call: Call): string {
  return neededFile(
    call,
    { option: 'key', variable: 'HUB_KEY_FILE' },
    text(
      'Chưa biết dùng khoá nào: hãy nêu --key FILE, đặt HUB_KEY_FILE, hoặc chạy trong thư mục có hub.yaml.',
      'No key is named: give --key FILE, set HUB_KEY_FILE, or run it in a folder with hub.yaml.',
    ),
  );
}

/** The file of what is known of the registry. @throws HubError INVALID_INPUT when none is named. */
function trustPath(call: Call): string {
  return neededFile(
    call,
    { option: 'trust', variable: 'HUB_TRUST_FILE' },
    text(
      'Chưa biết sổ đăng ký là ai: hãy nêu --trust FILE, đặt HUB_TRUST_FILE, hoặc chạy trong thư mục có hub.yaml; đơn vị vận hành cấp tệp này.',
      'It is not said who the registry is: give --trust FILE, set HUB_TRUST_FILE, or run it in a folder with hub.yaml; the operator hands out the file.',
    ),
  );
}

/** Where a file of the caller may be named: by an option, else the environment, else `hub.yaml`. */
interface FileSource {
  readonly option: 'key' | 'trust';
  readonly variable: string;
}

/** A file that the caller names. @throws HubError INVALID_INPUT with these words when it is named nowhere. */
function neededFile(call: Call, { option, variable }: FileSource, missing: Text): string {
  const given = call.option(option) ?? (call.desk.env[variable] || undefined);
  if (given !== undefined) return call.path(given);
  const project = projectOf(call);
  const path = project && projectFile(project, project[option]);
  if (path === undefined) throw wrongUse(missing);
  return path;
}

/** Does something with the registry, and lets go of it. */
export async function reaching<Result>(call: Call, work: (reach: Reach) => Promise<Result>): Promise<Result> {
  const url = registryUrl(call);
  if (url === undefined) throw wrongUse(NO_REGISTRY);
  const key = readKeyFile(keyPath(call));
  const known = await knownRegistry(call, trustPath(call));
  const registry = connectRegistry({ url: url.replace(/\/$/, ''), key, registry: known.name });
  try {
    return await work({ registry, key, known });
  } finally {
    await registry.close();
  }
}

const NO_REGISTRY = text(
  'Chưa biết sổ đăng ký ở đâu: hãy nêu --registry URL, đặt HUB_REGISTRY, hoặc ghi registry vào hub.yaml.',
  'No registry is named: give --registry URL, set HUB_REGISTRY, or write registry into hub.yaml.',
);

/** How a statement is sent. */
export interface SayOptions {
  /** The texts whose addresses it names. */
  readonly texts?: readonly string[];
  /** Signs instead of the caller's key. */
  readonly key?: SigningKey;
}

/**
 * Signs a statement as whoever the caller's key belongs to, for the registry that is known, and sends it; with `--dry-run`
 * nothing is written.
 */
export async function say(
  call: Call,
  { registry, key: own, known }: Reach,
  said: Unsaid,
  { texts, key = own }: SayOptions = {},
): Promise<StatementAnswer> {
  await assertKnown(registry, known, call.desk.now());
  const speaker = { by: await whoIs(registry, own), registry: known.name };
  const jws = await signStatement(saidBy(speaker, said, call.desk.now()), key);
  return registry.submit(jws, { texts, isDryRun: call.flag('dry-run') });
}

/** The agency or the role that a key belongs to, as the registry knows it. */
export async function whoIs(registry: RegistryClient, key: SigningKey): Promise<string> {
  const known = (await registry.keys()).find(({ kid }) => kid === key.kid);
  const owner = known?.agency ?? known?.role;
  if (owner !== undefined) return owner;
  throw wrongUse(
    text(
      `Sổ đăng ký không biết khoá ${key.kid}; đơn vị vận hành cần chạy hub keys add.`,
      `The registry does not know the key ${key.kid}; its operator has to run hub keys add.`,
    ),
  );
}
