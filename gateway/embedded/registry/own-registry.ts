import type { Logger } from '../../../schema/contract/log.js';
import { text } from '../../../schema/contract/text.js';
import type { PublishedSubgraph } from '../../../schema/registry/compose.js';
import { openRegistry } from '../../../schema/registry/open.js';
import { registrySettings } from '../../../schema/registry/settings.js';
import { releasesFromChannel } from '../../launch/from-channel.js';
import type { LaunchSettings } from '../../launch/settings.js';
import type { SupergraphSource } from '../../launch/source.js';
import { RELEASE_SETTINGS } from '../../release/settings.js';
import { readSettings } from '../../../schema/contract/settings.js';
import type { AgencyPlace } from '../agencies.js';
import type { Announcer } from '../announcer.js';
import { ensureDatabase } from '../postgres/databases.js';
import { introduce, OWN_CHANNEL, type Acquaintance } from './introduce.js';
import { openKeyFolder, type KeyFolder } from './keys.js';
import { ownTrustFile } from './trust-file.js';
import { join } from 'node:path';

/** Where a hub keeps its own registry. */
export interface RegistryPlace extends AgencyPlace {
  /** Data folder of the hub. */
  readonly folder: string;
}

/** What the registry of a hub in one process is opened with. */
export interface OwnRegistryOptions {
  /** TCP port; 0 asks the system for a free one. */
  readonly port: number;
  readonly host: string;
  /** How the hub's gateway takes newer releases. */
  readonly launch: LaunchSettings;
  readonly log: Logger;
  readonly announcer: Announcer;
}

/** The database of the registry, its role, and its key. */
const NAME = 'registry';

/**
 * Opens a registry within the hub's process, on a database of its own: with keys that are made at its first start and lie
 * in the data folder, and with the hub's own agencies as it runs them. The hub's gateway follows it like any other.
 */
export async function openOwnRegistry(
  published: readonly PublishedSubgraph[],
  place: RegistryPlace,
  options: OwnRegistryOptions,
): Promise<SupergraphSource> {
  const { announcer, log } = options;
  const keys = openKeyFolder(join(place.folder, NAME));
  const trustFile = join(place.folder, NAME, `${NAME}.public.jwks`);
  const registry = await ownTrustFile(trustFile, keys.key(NAME).publicJwk);
  const url = await announcer.step(text('Sổ đăng ký lược đồ', 'The registry of schemas'), async () => {
    const server = await registryAt(place, { keys, registry }, options);
    await introduce(published, { url: server, registry, keys }, announcer);
    return server;
  });
  announcer.note(text(`Sổ đăng ký: ${url}`, `Registry: ${url}`));
  const followed = readSettings(RELEASE_SETTINGS, following({ url, trustFile }, place, keys));
  return releasesFromChannel({ ...followed, ...options.launch }, log);
}

type Named = Omit<Acquaintance, 'url'>;

async function registryAt(
  { cluster, undo }: RegistryPlace,
  { keys, registry }: Named,
  { port, host, log }: OwnRegistryOptions,
): Promise<string> {
  await ensureDatabase(cluster, { database: NAME, role: NAME });
  const settings = registrySettings({
    PORT: String(port),
    HOST: host,
    DATABASE_URL: cluster.url(NAME, NAME),
    REGISTRY_NAME: registry,
    REGISTRY_KEY_FILE: keys.pathOf(NAME),
    OPERATOR_KEYS_FILE: keys.publicSet('operator'),
  });
  const server = await openRegistry(settings, log);
  undo.add(() => server.stop());
  return server.url;
}

interface Followed {
  readonly url: string;
  /** Says who the registry is. */
  readonly trustFile: string;
}

function following(
  { url, trustFile }: Followed,
  { folder }: RegistryPlace,
  keys: KeyFolder,
): Record<string, string> {
  return {
    REGISTRY_URL: url,
    CHANNEL: OWN_CHANNEL,
    REGISTRY_KEYS_FILE: trustFile,
    REGISTRY_KEY_FILE: keys.pathOf('gateway'),
    RELEASE_DIR: join(folder, NAME, 'releases'),
  };
}
