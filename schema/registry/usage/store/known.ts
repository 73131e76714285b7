import { addressOf, type Address } from '../../../contract/release/address.js';
import type { Registration, RegistryState } from '../../state/state.js';
import type { UsageEvidence, UsedOperation } from '../evidence.js';
import { LRUCache } from 'lru-cache';

/** How texts are found. */
export type FindText = (address: Address) => Promise<string>;

/** The use that gateways told, and what clients registered to ask: that counts as use, whether it was seen or not. */
export async function withRegistered(
  evidence: UsageEvidence,
  { documents }: RegistryState,
  find: FindText,
): Promise<UsageEvidence> {
  const registered = await Promise.all([...documents.values()].map((each) => operationsIn(each, find)));
  return { ...evidence, operations: [...evidence.operations, ...registered.flat()] };
}

async function operationsIn(
  { client, version, documents, at }: Registration,
  find: FindText,
): Promise<readonly UsedOperation[]> {
  const uses = [{ client, version, lastSeen: at, count: 0, isRegistered: true }];
  return (await signedIn(documents, find)).map((each) => ({ ...each, uses }));
}

type Document = Pick<UsedOperation, 'signature' | 'text'>;

async function signedIn(address: Address, find: FindText): Promise<readonly Document[]> {
  const known = READ.get(address);
  if (known) return known;
  const texts = JSON.parse(await find(address)) as readonly string[];
  const read = texts.map((text) => ({ signature: addressOf(text), text }));
  READ.set(address, read);
  return read;
}

/** What an address holds never changes, so that it is read once for all registries. Unit: characters. */
const READ = new LRUCache<Address, readonly Document[]>({
  maxSize: 32_000_000,
  sizeCalculation: (read) => read.reduce((size, { text }) => size + text.length + PER_DOCUMENT, PER_DOCUMENT),
});
/** What a document takes beside its text. Unit: characters. */
const PER_DOCUMENT = 200;
