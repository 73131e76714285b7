import type { SigningKey } from '../../../schema/contract/release/keys.js';
import { signStatement } from '../../../schema/contract/release/sign.js';
import type { Statement } from '../../../schema/contract/release/statements.js';
import { connectRegistry } from '../../../schema/registry/client/client.js';
import type { RegistryClient, StatementAnswer } from '../../../schema/registry/client/registry-client.js';
import { randomUUID } from 'node:crypto';

/** Somebody who speaks to the registry with a key of their own. */
export interface Voice {
  readonly registry: RegistryClient;
  /** Signs a statement and sends it, with the texts that it names. @throws HubError as the registry refuses it. */
  say(said: Said, texts?: readonly string[]): Promise<StatementAnswer>;
}

type Said = Statement extends infer Each
  ? Each extends Statement
    ? Omit<Each, 'by' | 'at' | 'nonce'>
    : never
  : never;

/** Lets somebody speak, and lets go of the connection. */
export async function speaking<Result>(
  url: string,
  { by, key }: { readonly by: string; readonly key: SigningKey },
  work: (voice: Voice) => Promise<Result>,
): Promise<Result> {
  const registry = connectRegistry({ url, key });
  const say: Voice['say'] = async (said, texts = []) => {
    const statement = { ...said, by, at: new Date().toISOString(), nonce: randomUUID() };
    return registry.submit(await signStatement(statement, key), { texts });
  };
  try {
    return await work({ registry, say });
  } finally {
    await registry.close();
  }
}
