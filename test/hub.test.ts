import { EXAMPLES_FOLDER, loadExamples } from '../gateway/explorer/examples.js';
import { projectPath } from '../schema/contract/project.js';
import { readKeyFile } from '../schema/contract/release/keys.js';
import { knownRegistryIn } from '../schema/contract/release/known-registry.js';
import { connectRegistry } from '../schema/registry/client/client.js';
import { processesOf, serverOf } from './gateway/embedded/postgres/a-data-folder.js';
import { askAt, type HttpGraphAnswer } from './support/ask.js';
import { startProcess, urlOf, type Started } from './support/process.js';
import { until } from './support/until.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the guide to the workflows proposes to try: for whom, and what is sent. */
const GUIDE = readFileSync(projectPath('docs', 'workflows.md'), 'utf8');
const FEDERATION = String(/--organization (\S+)\)/.exec(GUIDE)?.[1]);
const PROPOSAL = JSON.parse(String(/<<'END'\n(.*?)\nEND/s.exec(GUIDE)?.[1])) as Sent;

const LAST_LINE: Sent = {
  query: `{
  coordinationAuditLog(first: 1) {
    nodes { subject role organizationId purpose operation decision nodeIds }
  }
}`,
};

interface Sent {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The whole hub as a process, as `npm start` runs it, on a data folder of its own. */
describe('the hub in one process', () => {
  const showcase = loadExamples(EXAMPLES_FOLDER).find(({ id }) => id === 'bac-giang');
  let folder: string;
  let hub: Started;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lien-thong-hub-'));
    await chmod(folder, 0o711);
    [hub, url] = await started();
  }, 120_000);

  afterAll(async () => {
    await hub.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  async function started(settings: Readonly<Record<string, string>> = {}): Promise<[Started, string]> {
    const ports = { PORT: '0', REGISTRY_PORT: '0' };
    const process = startProcess('gateway/embedded.js', [], { ...ports, DATA_DIR: folder, ...settings });
    return [process, await urlOf(process)];
  }

  /** Asks with a token from the command that people use. */
  async function actAs(role: string, { query, variables = {} }: Sent): Promise<HttpGraphAnswer> {
    const office = ['--role', role, '--organization', FEDERATION, '--hub', url];
    const command = startProcess('gateway/embedded/trial/main.js', office, {});
    expect(await command.ended).toBe(0);
    const headers = { authorization: `Bearer ${command.events[0]?.msg}` };
    return askAt(url, query, { variables, headers });
  }

  async function showcaseAnswer(): Promise<string> {
    const { body, errors } = await askAt(url, showcase?.query ?? '', {
      variables: showcase?.variables ?? {},
    });
    expect(errors).toBeUndefined();
    return body;
  }

  test('says in its log what it does, and ends with its addresses', () => {
    const ready = hub.events.find(({ msg }) => msg === 'ready');
    expect(ready).toMatchObject({ url, graphql: `${url}/graphql`, sandbox: `${url}/` });
    expect(hub.events.filter(({ msg }) => msg === 'done').length).toBeGreaterThanOrEqual(8);
  });

  test('tells that it lives and is ready', async () => {
    const answers = await Promise.all(['live', 'ready'].map((path) => fetch(`${url}/health/${path}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('issues no tokens unless it is told to', async () => {
    expect((await fetch(`${url}/trial/token?role=AUDITOR&organization=${FEDERATION}`)).status).toBe(404);
    expect(await (await fetch(`${url}/trial/roles.json`)).json()).toEqual([]);
  });

  test('answers the same after kill -9 and a new start', async () => {
    const before = await showcaseAnswer();
    expect(await hub.end('SIGKILL')).toBe('SIGKILL');
    [hub, url] = await started();
    expect(await showcaseAnswer()).toBe(before);
  }, 60_000);

  test('a second hub on the same data folder is refused with a clear message', async () => {
    const second = startProcess('gateway/embedded.js', [], { PORT: '0', DATA_DIR: folder });
    expect(await second.ended).toBe(1);
    const last = second.events.findLast(({ code }) => code !== undefined);
    expect(last).toMatchObject({ code: 'ALREADY_RUNNING', vi: expect.any(String), en: expect.any(String) });
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  }, 60_000);

  test('SIGTERM stops everything that it started, and the next start finds everything', async () => {
    const before = await showcaseAnswer();
    expect(await hub.end('SIGTERM')).toBe(0);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    [hub, url] = await started({ TRIAL_TOKENS: 'true', NODE_ENV: 'development' });
    expect(await showcaseAnswer()).toBe(before);
    const loads = hub.events.filter(({ msg }) => msg === 'done');
    expect(loads.length).toBeGreaterThan(0);
  }, 60_000);

  test('gives out tokens to try with where it is told to: a change is made, and the audit log names the account', async () => {
    const proposed = await actAs('UNION_OFFICER', PROPOSAL);
    const read = await actAs('AUDITOR', LAST_LINE);

    expect(proposed.data.proposeTeam).toMatchObject({ selfManagedTeam: { state: 'PROPOSED' }, errors: [] });
    expect(read.data.coordinationAuditLog.nodes).toEqual([
      {
        subject: 'trial:union-officer',
        role: 'UNION_OFFICER',
        organizationId: FEDERATION,
        purpose: 'TRIAL',
        operation: 'proposeTeam',
        decision: 'DONE',
        nodeIds: [proposed.data.proposeTeam.selfManagedTeam.id],
      },
    ]);
  }, 60_000);

  test('has a registry where one is asked for, and serves what its agencies published there', async () => {
    const told = hub.events.find(({ en }) => String(en).startsWith('Registry: '));
    const registry = connectRegistry({
      url: String(told?.['en']).slice('Registry: '.length),
      key: readKeyFile(join(folder, 'registry', 'operator.jwk')),
      registry: registryOf(folder),
    });
    const served = await registry.channelSubgraphs('production');
    await registry.close();

    expect(served.map(({ subgraph }) => subgraph).toSorted()).toEqual([
      'coordination',
      'recognition',
      'union',
    ]);
  }, 60_000);

  test('whose PostgreSQL dies says so in both languages and ends with a failure', async () => {
    process.kill(await serverOf(folder), 'SIGKILL');

    expect(await hub.ended).toBe(1);
    expect(hub.events.find(({ code }) => code === 'DATABASE_FAILED')).toMatchObject({
      vi: expect.stringContaining('PostgreSQL của hệ thống đã tự dừng'),
      en: expect.stringContaining("The hub's PostgreSQL ended by itself"),
    });
    await until(async () => (await processesOf(folder)).size === 0);
  }, 60_000);
});

/** The name of a hub's registry, from the file by which others know it. */
function registryOf(folder: string): string {
  const known = knownRegistryIn(readFileSync(join(folder, 'registry', 'registry.public.jwks'), 'utf8'));
  return known?.name ?? '';
}
