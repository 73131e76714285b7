import { projectPath } from '../../../schema/contract/project.js';
import { newKey, signingKey, type NewKey } from '../../../schema/contract/release/keys.js';
import { startCluster } from '../../../gateway/embedded/postgres/cluster.js';
import { signStatement } from '../../../schema/contract/release/sign.js';
import { saidBy, type Unsaid } from '../../../schema/contract/release/unsaid.js';
import { connectRegistry } from '../../../schema/registry/client/client.js';
import type { RegistryClient, StatementAnswer } from '../../../schema/registry/client/registry-client.js';
import { cpuSeconds, residentBytes } from '../gateway/processes/usage.js';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A registry as a process of its own, from the build, on a database server of its own. */
export interface RunningRegistry {
  readonly operator: Somebody;
  as(agency: string): Promise<Somebody>;
  /** Unit: megabytes. */
  memory(): number;
  /** Time of processors that it has taken, whatever else the machine did. Unit: milliseconds. */
  processorTime(): number;
  stop(): Promise<void>;
}

/** Somebody with a key. */
export interface Somebody {
  readonly client: RegistryClient;
  say(said: Unsaid, texts?: readonly string[]): Promise<StatementAnswer>;
}

const REGISTRY = 'a-measurement';

/** Founds a registry under a law. */
export async function startRegistry(law: string, idleMs: number): Promise<RunningRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-bench-'));
  const data = mkdtempSync(join(tmpdir(), 'lien-thong-bench-data-'));
  const cluster = await startCluster({ folder: data });
  const operatorKey = newKey();
  const env = {
    ...filesIn(folder, operatorKey, law),
    DATABASE_URL: cluster.url('postgres', 'postgres'),
    CHECK_IDLE_MS: String(idleMs),
  };
  const flags = ['--max-semi-space-size=2', projectPath('dist', 'schema', 'registry', 'main.js')];
  const child = spawn(process.execPath, flags, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await urlIn(child.stdout);
  const operator = somebody('OPERATOR', operatorKey, url);
  const all = [operator];
  return {
    operator,
    memory: () => Math.round(residentBytes(child.pid ?? 0) / MEGABYTE),
    processorTime: () => cpuSeconds(child.pid ?? 0) * 1_000,
    async as(agency) {
      const key = newKey();
      await operator.say({ kind: 'KEY_ADDED', agency, publicJwk: key.publicJwk });
      const one = somebody(agency, key, url);
      all.push(one);
      return one;
    },
    async stop() {
      await Promise.all(all.map(({ client }) => client.close()));
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      await cluster.stop();
      for (const each of [folder, data]) rmSync(each, { recursive: true });
    },
  };
}

function filesIn(folder: string, operatorKey: NewKey, law: string): Readonly<Record<string, string>> {
  const write = (name: string, written: string): string => {
    writeFileSync(join(folder, name), written, { mode: 0o600 });
    return join(folder, name);
  };
  return {
    PORT: '0',
    REGISTRY_NAME: REGISTRY,
    REGISTRY_KEY_FILE: write('registry.jwk', JSON.stringify(newKey().privateJwk)),
    OPERATOR_KEYS_FILE: write('operators.jwks', JSON.stringify({ keys: [operatorKey.publicJwk] })),
    OWNERSHIP_FILE: write('ownership.yaml', law),
  };
}

function somebody(by: string, key: NewKey, url: string): Somebody {
  const signer = signingKey(key.privateJwk);
  const client = connectRegistry({ url, key: signer, registry: REGISTRY });
  return {
    client,
    say: async (said, texts = []) => {
      const statement = saidBy({ by, registry: REGISTRY }, said);
      return client.submit(await signStatement(statement, signer), { texts });
    },
  };
}

async function urlIn(output: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input: output });
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      const { url } = JSON.parse(line) as { readonly url?: string };
      if (url !== undefined) resolve(url);
    });
  });
}

const MEGABYTE = 1_048_576;
