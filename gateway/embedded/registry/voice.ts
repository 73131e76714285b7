import type { SigningKey } from '../../../schema/contract/release/keys.js';
import { signStatement } from '../../../schema/contract/release/sign.js';
import { saidBy, type Speaker, type Unsaid } from '../../../schema/contract/release/unsaid.js';
import { connectRegistry } from '../../../schema/registry/client/client.js';
import type { RegistryClient, StatementAnswer } from '../../../schema/registry/client/registry-client.js';

/** Somebody who speaks to the registry with a key of their own. */
export interface Voice {
  readonly registry: RegistryClient;
  /** Signs a statement and sends it, with the texts that it names. @throws HubError as the registry refuses it. */
  say(said: Unsaid, texts?: readonly string[]): Promise<StatementAnswer>;
}

/** Lets somebody speak, and lets go of the connection. */
export async function speaking<Result>(
  url: string,
  { key, ...speaker }: Speaker & { readonly key: SigningKey },
  work: (voice: Voice) => Promise<Result>,
): Promise<Result> {
  const registry = connectRegistry({ url, key, registry: speaker.registry });
  const say: Voice['say'] = async (said, texts = []) =>
    registry.submit(await signStatement(saidBy(speaker, said), key), { texts });
  try {
    return await work({ registry, say });
  } finally {
    await registry.close();
  }
}
