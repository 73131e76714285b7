import { HubError } from '../../../schema/contract/errors.js';
import { addressOf } from '../../../schema/contract/release/address.js';
import type { SigningKey } from '../../../schema/contract/release/keys.js';
import { text, type Text } from '../../../schema/contract/text.js';
import type { PublishedSubgraph } from '../../../schema/registry/compose.js';
import type { Announcer } from '../announcer.js';
import type { KeyFolder } from './keys.js';
import { speaking, type Voice } from './voice.js';

/** A registry that runs, and the keys of those who speak to it. */
export interface Acquaintance {
  readonly url: string;
  /** Its name. */
  readonly registry: string;
  readonly keys: KeyFolder;
}

/** The channel that the hub's own gateway follows. */
export const OWN_CHANNEL = 'production';

/** Makes the hub's agencies and its gateway known to its registry, and publishes what it does not serve yet. */
export async function introduce(
  published: readonly PublishedSubgraph[],
  { url, registry, keys }: Acquaintance,
  announcer: Announcer,
): Promise<void> {
  const owners = [
    { by: 'GATEWAY', role: 'GATEWAY' as const, key: keys.key('gateway') },
    ...published.map(({ name }) => ({ by: name, agency: name, key: keys.key(name) })),
  ];
  const operator = { by: 'OPERATOR', registry, key: keys.key('operator') };
  await telling(announcer, KEYS, () => speaking(url, operator, (voice) => addKeys(voice, owners)));
  for (const subgraph of published) {
    const agency = { by: subgraph.name, registry, key: keys.key(subgraph.name) };
    const what = text(`Lược đồ của ${subgraph.name}`, `The schema of ${subgraph.name}`);
    await telling(announcer, what, () => speaking(url, agency, (voice) => publish(subgraph, voice)));
  }
}

const KEYS = text('Các khoá của hệ thống', 'The keys of the hub');

/** What the registry refuses stays as it is, and the hub starts: whoever it belongs to has to say what is meant. */
async function telling(announcer: Announcer, what: Text, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const { vi, en } = error.text;
    announcer.note(text(`${what.vi}: ${vi}`, `${what.en}: ${en}`));
  }
}

interface KeyOwner {
  readonly role?: 'GATEWAY';
  readonly agency?: string;
  readonly key: SigningKey;
}

async function addKeys(voice: Voice, owners: readonly KeyOwner[]): Promise<void> {
  const known = new Set((await voice.registry.keys()).map(({ kid }) => kid));
  for (const { key, role, agency } of owners) {
    if (known.has(key.kid)) continue;
    await voice.say({ kind: 'KEY_ADDED', ...(role ? { role } : { agency }), publicJwk: key.publicJwk });
  }
}

/** A version that was published before is not published again: whoever went back from it meant to. */
async function publish({ name, url, sdl }: PublishedSubgraph, voice: Voice): Promise<void> {
  const known = await voice.registry.subgraphHistory(name);
  if (known.some((version) => version.sdl === addressOf(sdl))) return;
  const message = 'Lược đồ khi hệ thống khởi động · The schema at the start of the hub';
  const what = { subgraph: name, sdl: addressOf(sdl), url, message, accepts: [] };
  await voice.say({ kind: 'PUBLISHED', ...what, channel: OWN_CHANNEL }, [sdl]);
}
