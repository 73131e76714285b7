import { HubError } from '../../../schema/contract/errors.js';
import { addressOf } from '../../../schema/contract/release/address.js';
import type { SigningKey } from '../../../schema/contract/release/keys.js';
import { text } from '../../../schema/contract/text.js';
import type { PublishedSubgraph } from '../../../schema/registry/compose.js';
import type { Announcer } from '../announcer.js';
import type { KeyFolder } from './keys.js';
import { speaking, type Voice } from './voice.js';

/** A registry that runs, and the keys of those who speak to it. */
export interface Acquaintance {
  readonly url: string;
  readonly keys: KeyFolder;
}

/** The channel that the hub's own gateway follows. */
export const OWN_CHANNEL = 'production';

/** Makes the hub's agencies and its gateway known to its registry, and publishes what it does not serve yet. */
export async function introduce(
  published: readonly PublishedSubgraph[],
  { url, keys }: Acquaintance,
  announcer: Announcer,
): Promise<void> {
  const owners = [
    { by: 'GATEWAY', role: 'GATEWAY' as const, key: keys.key('gateway') },
    ...published.map(({ name }) => ({ by: name, agency: name, key: keys.key(name) })),
  ];
  await speaking(url, { by: 'OPERATOR', key: keys.key('operator') }, (operator) => addKeys(operator, owners));
  for (const subgraph of published) {
    const agency = { by: subgraph.name, key: keys.key(subgraph.name) };
    await speaking(url, agency, (voice) => publish(subgraph, voice, announcer));
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

/** What the check refuses stays as it is served; the agency has to say what is meant. */
async function publish(subgraph: PublishedSubgraph, voice: Voice, announcer: Announcer): Promise<void> {
  const { name, url, sdl } = subgraph;
  const served = await voice.registry.channelSubgraphs(OWN_CHANNEL);
  if (served.some((each) => each.subgraph === name && each.sdl === addressOf(sdl))) return;
  const message = 'Lược đồ khi hệ thống khởi động · The schema at the start of the hub';
  const what = { subgraph: name, sdl: addressOf(sdl), url, message, accepts: [] };
  await voice.say({ kind: 'PUBLISHED', ...what, channel: OWN_CHANNEL }, [sdl]).catch((error: unknown) => {
    if (!(error instanceof HubError) || error.code !== 'CHECK_FAILED') throw error;
    announcer.note(notPublished(name, error));
  });
}

function notPublished(name: string, error: HubError): ReturnType<typeof text> {
  const { vi, en } = error.text;
  return text(`Chưa công bố lược đồ của ${name}: ${vi}`, `The schema of ${name} is not published: ${en}`);
}
