import { createLog } from '../../../schema/contract/log.js';
import {
  newKey,
  publicKeysOf,
  readKeyFile,
  signingKey,
  type NewKey,
  type SigningKey,
} from '../../../schema/contract/release/keys.js';
import type { KnownRegistry } from '../../../schema/contract/release/known-registry.js';
import { signStatement } from '../../../schema/contract/release/sign.js';
import type { Statement } from '../../../schema/contract/release/statements.js';
import { connectRegistry } from '../../../schema/registry/client/client.js';
import type { RegistryClient, StatementAnswer } from '../../../schema/registry/client/registry-client.js';
import { openRegistry } from '../../../schema/registry/open.js';
import type { RunningRegistryServer } from '../../../schema/registry/server/server.js';
import { registrySettings } from '../../../schema/registry/settings.js';
import { createDatabase, dropDatabase } from '../../support/databases.js';
import { testServer } from '../../support/server.js';
import { LAW } from './a-law.js';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Somebody with a key of the registry. */
export interface Party {
  readonly name: string;
  readonly key: SigningKey;
  readonly newKey: NewKey;
  readonly client: RegistryClient;
  /** Signs a statement in the party's own name, and sends it. */
  say(said: Said, options?: Parameters<RegistryClient['submit']>[1]): Promise<StatementAnswer>;
  sign(said: Said): Promise<string>;
  /** The same party, asking another process. */
  at(url: string): Party;
}

type Common = 'by' | 'registry' | 'at' | 'nonce';

/** What the registries of tests are called. */
export const REGISTRY = 'a-test';

/** A statement without who, to whom, when and nonce; each may be given. */
export type Said = Statement extends infer One
  ? One extends Statement
    ? Omit<One, Common> & Partial<Pick<One, Common>>
    : never
  : never;

/** A registry of its own for the tests of a file. */
export interface TestRegistry {
  readonly url: string;
  readonly settings: Readonly<Record<string, string>>;
  /** The registry's name and keys, as they are handed out, and the file in which they are. */
  readonly known: KnownRegistry;
  readonly trustFile: string;
  readonly operator: Party;
  /** Somebody whose key the operator adds. */
  party(owner: { readonly agency: string } | { readonly role: 'GATEWAY' | 'OPERATOR' }): Promise<Party>;
  /** Somebody whose key the registry does not know. */
  stranger(name: string): Party;
  /** The same registry, started anew. */
  restart(): Promise<void>;
  /** A further process of the same registry, with other settings. */
  reopen(more: Readonly<Record<string, string>>): Promise<RunningRegistryServer>;
  stop(): Promise<void>;
}

/** Founds a registry with an operator and a law. */
export async function aRegistry(
  more: Readonly<Record<string, string>> = {},
  law = LAW,
): Promise<TestRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-registry-'));
  const database = `${process.env['TEST_RUN']}_registry_${randomUUID().slice(0, 8)}`;
  await createDatabase(database);
  const operatorKey = newKey();
  const settings: Readonly<Record<string, string>> = {
    ...settingsIn(folder, operatorKey, law),
    DATABASE_URL: testServer().url(database, 'registry'),
    ...more,
  };
  let server = await opened(settings);
  const url = server.url;
  const operator = partyOf('OPERATOR', operatorKey, url);
  const parties = [operator];
  const stranger = (name: string): Party => {
    const party = partyOf(name, newKey(), url);
    parties.push(party);
    return party;
  };
  return {
    url,
    settings,
    ...knownAs(settings),
    operator,
    stranger,
    async party(owner) {
      const party = stranger('agency' in owner ? owner.agency : owner.role);
      await operator.say({ kind: 'KEY_ADDED', ...owner, publicJwk: party.newKey.publicJwk });
      return party;
    },
    async restart() {
      await server.stop();
      server = await opened({ ...settings, PORT: new URL(url).port });
    },
    reopen: (other) => opened({ ...settings, ...other }),
    async stop() {
      await Promise.all(parties.map(({ client }) => client.close()));
      await server.stop();
      await dropDatabase(database);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Files of keys and law as a registry finds them at its first start. */
export function settingsIn(folder: string, operatorKey: NewKey, law: string): Record<string, string> {
  const files = {
    REGISTRY_KEY_FILE: ['registry.jwk', JSON.stringify(newKey().privateJwk)],
    OPERATOR_KEYS_FILE: ['operators.jwks', JSON.stringify({ keys: [operatorKey.publicJwk] })],
    OWNERSHIP_FILE: ['ownership.yaml', law],
  } as const;
  for (const [name, written] of Object.values(files))
    writeFileSync(join(folder, name), written, { mode: 0o600 });
  const paths = Object.entries(files).map(([setting, [name]]) => [setting, join(folder, name)]);
  return { ...Object.fromEntries(paths), PORT: '0', REGISTRY_NAME: REGISTRY } as Record<string, string>;
}

/** What is known of a registry that is started with these settings; the file lies beside its key. */
export function knownAs({
  REGISTRY_KEY_FILE: keyFile = '',
}: Readonly<Record<string, string>>): Pick<TestRegistry, 'known' | 'trustFile'> {
  const keys = [readKeyFile(keyFile).publicJwk];
  const trustFile = join(dirname(keyFile), 'registry.jwks.json');
  writeFileSync(trustFile, JSON.stringify({ registry: REGISTRY, keys }));
  return { known: { name: REGISTRY, keys: publicKeysOf(keys) }, trustFile };
}

/** Somebody who asks a registry with this key. */
export function partyOf(name: string, key: NewKey, url: string): Party {
  const signer = signingKey(key.privateJwk);
  const client = connectRegistry({ url, key: signer, registry: REGISTRY });
  const sign = (said: Said): Promise<string> => signStatement(complete(name, said), signer);
  return {
    name,
    key: signer,
    newKey: key,
    client,
    sign,
    at: (other) => partyOf(name, key, other),
    say: async (said, options) => client.submit(await sign(said), options),
  };
}

/** The statement with who, to whom, when and nonce. */
export function complete(by: string, said: Said): Statement {
  const nonce = randomBytes(16).toString('base64url');
  return { by, registry: REGISTRY, at: new Date().toISOString(), nonce, ...said };
}

function opened(settings: Readonly<Record<string, string>>): Promise<RunningRegistryServer> {
  return openRegistry(registrySettings(settings), createLog('registry', 'silent'));
}
