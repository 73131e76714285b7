import { addressOf, type Address } from '../../../contract/release/address.js';
import type { Registration, RegistryState } from '../../state/state.js';
import type { UsageEvidence, UsedOperation } from '../evidence.js';

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
  const texts = JSON.parse(await find(documents)) as readonly string[];
  const use = { client, version, lastSeen: at, count: 0, isRegistered: true };
  return texts.map((text) => ({ signature: addressOf(text), text, uses: [use] }));
}
