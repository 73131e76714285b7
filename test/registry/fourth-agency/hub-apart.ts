import { projectPath } from '../../../schema/contract/project.js';
import { addressOf } from '../../../schema/contract/release/address.js';
import { newKey } from '../../../schema/contract/release/keys.js';
import { PLANS } from '../../../subgraphs/plans.js';
import { createDatabase, dropDatabase } from '../../support/databases.js';
import { anIssuer, type Issuer } from '../../support/issuer.js';
import { keyPairIn } from '../../support/key-pair.js';
import { templateOf } from '../../support/loaded.js';
import { startProcess, urlOf, type Started } from '../../support/process.js';
import { databaseName, testServer } from '../../support/server.js';
import { knownAs, partyOf, settingsIn, type Party } from '../core/a-registry.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The hub as it runs in production: three subgraphs, a registry and a gateway, each a process. */
export interface HubApart {
  readonly registry: string;
  /** File of the registry's name and keys. */
  readonly trustFile: string;
  readonly gateway: string;
  readonly issuer: Issuer;
  readonly operator: Party;
  readonly union: Party;
  stop(): Promise<void>;
}

/** Starts it in a folder; what the subgraphs serve is published by their agencies. */
export async function aHubApart(folder: string): Promise<HubApart> {
  const keys = keyPairIn(folder);
  const issuer = await anIssuer();
  const subgraphs = await startedSubgraphs(keys.publicFile);
  const operatorKey = newKey();
  const law = await lawFor(subgraphs);
  const settings = { ...settingsIn(folder, operatorKey, law), DATABASE_URL: await freshDatabase('registry') };
  const registry = startProcess('schema/registry/main.js', [], settings);
  const url = await urlOf(registry);
  const operator = partyOf('OPERATOR', operatorKey, url);
  const parties = await publishedBy(operator, { url, subgraphs });
  const { trustFile } = knownAs(settings);
  const follower = await following(operator, { url, folder, trustFile });
  const gateway = startProcess('gateway/main.js', ['--registry', url, '--port', '0'], {
    ...follower,
    SUBGRAPH_TOKEN_KEY_FILE: keys.privateFile,
    JWKS_URL: String(issuer.settings.JWKS_URL),
    JWT_ISSUER: String(issuer.settings.JWT_ISSUER),
    JWT_AUDIENCE: String(issuer.settings.JWT_AUDIENCE),
  });
  const started = [gateway, registry, ...subgraphs.values()];
  return {
    registry: url,
    trustFile,
    gateway: await urlOf(gateway),
    issuer,
    operator,
    union: parties.get('union') as Party,
    stop: async () => {
      await Promise.all([operator, ...parties.values()].map(({ client }) => client.close()));
      await Promise.all([...started.map((each) => each.end('SIGTERM')), issuer.close()]);
      await Promise.all(
        [...PLANS.map(({ name }) => name), 'registry'].map((name) => dropDatabase(named(name))),
      );
    },
  };
}

function named(name: string): string {
  return databaseName(`fourth_${name}`);
}

async function freshDatabase(name: string, template?: string): Promise<string> {
  await createDatabase(named(name), template);
  return testServer().url(named(name), '');
}

async function startedSubgraphs(publicFile: string): Promise<ReadonlyMap<string, Started>> {
  const subgraphs = new Map<string, Started>();
  for (const plan of PLANS) {
    const DATABASE_URL = await freshDatabase(plan.name, await templateOf(plan));
    const settings = { PORT: '0', GATEWAY_PUBLIC_KEY_FILE: publicFile, DATABASE_URL };
    subgraphs.set(plan.name, startProcess('subgraphs/main.js', [plan.name], settings));
  }
  return subgraphs;
}

/** The law of the project, with the addresses at which the subgraphs answer here. */
async function lawFor(subgraphs: ReadonlyMap<string, Started>): Promise<string> {
  let law = readFileSync(projectPath('schema', 'ownership.yaml'), 'utf8');
  for (const { name, port } of PLANS)
    law = law.replace(`http://127.0.0.1:${port}`, await urlOf(subgraphs.get(name) as Started));
  return law;
}

interface Founded {
  readonly url: string;
  readonly subgraphs: ReadonlyMap<string, Started>;
}

async function publishedBy(
  operator: Party,
  { url, subgraphs }: Founded,
): Promise<ReadonlyMap<string, Party>> {
  const parties = new Map<string, Party>();
  for (const [name, started] of subgraphs) {
    const party = await admitted(operator, { agency: name }, url);
    parties.set(name, party);
    const sdl = readFileSync(projectPath('schema', 'sdl', `${name}.graphql`), 'utf8');
    const address = `${await urlOf(started)}/graphql`;
    const said = { kind: 'PUBLISHED', subgraph: name, sdl: addressOf(sdl), url: address } as const;
    const more = { channel: 'production', message: 'first', accepts: [] };
    await party.say({ ...said, ...more }, { texts: [sdl] });
  }
  return parties;
}

async function admitted(
  operator: Party,
  owner: { readonly agency: string } | { readonly role: 'GATEWAY' },
  url: string,
): Promise<Party> {
  const party = partyOf('agency' in owner ? owner.agency : owner.role, newKey(), url);
  await operator.say({ kind: 'KEY_ADDED', ...owner, publicJwk: party.newKey.publicJwk });
  return party;
}

/** What a gateway needs to follow the registry. */
async function following(
  operator: Party,
  { url, folder, trustFile }: { readonly url: string; readonly folder: string; readonly trustFile: string },
) {
  const { newKey: own, client } = await admitted(operator, { role: 'GATEWAY' }, url);
  await client.close();
  const file = join(folder, 'gateway.key.json');
  writeFileSync(file, JSON.stringify(own.privateJwk), { mode: 0o600 });
  return {
    REGISTRY_KEYS_FILE: trustFile,
    REGISTRY_KEY_FILE: file,
    RELEASE_DIR: join(folder, 'releases'),
  };
}
