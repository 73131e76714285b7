import { projectPath } from '../schema/contract/project.js';
import { EXAMPLES_FOLDER, loadExamples } from '../gateway/explorer/examples.js';
import { todayInVietnam } from '../subgraphs/shared/values/local-date.js';
import { connected } from '../gateway/embedded/postgres/client.js';
import { PLANS } from '../subgraphs/plans.js';
import type { SubgraphPlan } from '../subgraphs/shared/subgraph.js';
import { forEverybody } from './support/examples.js';
import { aHub, type TestHub } from './support/hub.js';
import { askAt } from './support/ask.js';
import { keyPairIn, type KeyPairFiles } from './support/key-pair.js';
import { templateOf } from './support/loaded.js';
import { startProcess, urlOf, type Started } from './support/process.js';
import { createDatabase, dropDatabase } from './support/databases.js';
import { databaseName, testServer } from './support/server.js';
import { until } from './support/until.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Forgets what the others announced. */
const UNHEARD = `delete from inbox; delete from organization_edge where below not like 'UnionOrganization:%'`;

/** Four processes, each as it runs in production, and beside them the same hub within one process. */
describe('the parts apart', () => {
  const examples = loadExamples(EXAMPLES_FOLDER);
  const subgraphs = new Map<string, Started>();
  let together: TestHub;
  let gateway: Started;
  let folder: string;
  let keys: KeyPairFiles;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lien-thong-apart-'));
    keys = keyPairIn(folder);
    for (const plan of PLANS) await createBeginning(plan);
    for (const { name } of PLANS) subgraphs.set(name, await startSubgraph(name));
    const supergraph = join(folder, 'supergraph.graphql');
    await writeFile(supergraph, await supergraphSdl());
    gateway = startProcess('gateway/main.js', ['--supergraph', supergraph, '--port', '0'], {
      SUBGRAPH_TOKEN_KEY_FILE: keys.privateFile,
    });
    url = await urlOf(gateway);
    together = await aHub({ today: todayInVietnam(), withLists: true });
  }, 180_000);

  afterAll(async () => {
    await together.close();
    await Promise.all([gateway, ...subgraphs.values()].map((started) => started.end('SIGTERM')));
    await Promise.all(PLANS.map(({ name }) => dropDatabase(databaseName(`apart_${name}`))));
    await rm(folder, { recursive: true });
  });

  /** An agency with long lists, to load which takes long, begins with them; it has not heard of the others either. */
  async function createBeginning(plan: SubgraphPlan): Promise<void> {
    const name = databaseName(`apart_${plan.name}`);
    if (!plan.references) return createDatabase(name);
    await createDatabase(name, await templateOf(plan, { withLists: true }));
    await connected(databaseUrl(plan.name), (client) => client.query(UNHEARD));
  }

  async function startSubgraph(name: string): Promise<Started> {
    const others = PLANS.filter((plan) => plan.name !== name);
    return startProcess('subgraphs/main.js', [name], {
      PORT: '0',
      GATEWAY_PUBLIC_KEY_FILE: keys.publicFile,
      DATABASE_URL: databaseUrl(name),
      ANNOUNCEMENTS_FROM: others.map((other) => `${other.name}=${databaseUrl(other.name)}`).join(','),
    });
  }

  function databaseUrl(name: string): string {
    return testServer().url(databaseName(`apart_${name}`), '');
  }

  /** As committed, which `sdl.test.ts` holds to what the subgraphs compose to, with the addresses of these processes. */
  async function supergraphSdl(): Promise<string> {
    let sdl = await readFile(projectPath('schema', 'sdl', 'supergraph.graphql'), 'utf8');
    for (const { name, port } of PLANS)
      sdl = sdl.replace(`http://127.0.0.1:${port}`, await urlOf(subgraphs.get(name) as Started));
    return sdl;
  }

  test.each(forEverybody(examples).map((example) => [example.id, example] as const))(
    '%s: byte for byte the same answer',
    async (_, { query, variables }) => {
      const [apart, within] = await Promise.all([
        askAt(url, query, { variables }),
        askAt(together.url, query, { variables }),
      ]);
      expect(stable(apart.body)).toBe(stable(within.body));
      expect(apart.errors).toBeUndefined();
    },
  );

  test('each agency hears what the others announce', async () => {
    const known = (name: string) =>
      connected(databaseUrl(name), async (client) => {
        const { rows } = await client.query<{ count: number }>(
          'select count(*)::int as count from organization_edge',
        );
        return rows[0]?.count;
      });

    await until(async () => new Set(await Promise.all(PLANS.map(({ name }) => known(name)))).size === 1);

    expect(await known('recognition')).toBeGreaterThan(3);
  });

  test('the sandbox of the gateway offers the questions', async () => {
    const offered = (await (await fetch(`${url}/examples.json`)).json()) as readonly unknown[];
    expect(offered).toHaveLength(examples.length);
  });

  test('a subgraph answers nobody but its gateway', async () => {
    const direct = await urlOf(subgraphs.get('union') as Started);
    const { status, errors } = await askAt(direct, '{ __typename }');
    expect(status).toBe(401);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', reason: 'MISSING' } }]);
  });

  test('a subgraph does not start without a key of its gateway', async () => {
    const started = startProcess('subgraphs/main.js', ['union'], {
      PORT: '0',
      DATABASE_URL: 'postgresql://nobody@localhost/none',
    });
    expect(await started.ended).toBe(2);
    expect(started.events).toMatchObject([{ code: 'INVALID_SETTING', setting: 'GATEWAY_JWKS_URL' }]);
  });

  test('a killed subgraph takes down only its own part, with an error that names the agency and no internal detail', async () => {
    await subgraphs.get('recognition')?.end('SIGKILL');
    const query = `{ unionOrganizations(name: "liên đoàn lao động tỉnh bắc giang") { nodes { nameVi policeCounterpart { nameVi } recognitionsGiven { totalCount } } } }`;
    const { data, errors, body } = await askAt(url, query);
    const [organization] = data.unionOrganizations.nodes;
    expect(organization.policeCounterpart.nameVi).toBe('Công an tỉnh Bắc Giang');
    expect(organization.recognitionsGiven).toBeNull();
    expect(errors?.map(({ extensions }) => [extensions?.['code'], extensions?.['agency']])).toEqual([
      ['SUBGRAPH_UNAVAILABLE', 'recognition'],
    ]);
    expect(errors?.[0]?.extensions?.['requestId']).toEqual(expect.any(String));
    expect(body).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|stack/);
  });
});

/** Without the times at which the two installations recorded their rows. */
function stable(body: string): string {
  return body.replaceAll(/"recordedAt":"[^"]+"/g, '"recordedAt":""');
}
