import { askAt } from '../support/ask.js';
import { unionId, unitId } from '../union/a-union.js';
import { Guide } from './fourth-agency/guide.js';
import { aHubApart, type HubApart } from './fourth-agency/hub-apart.js';
import { Offices, type ScriptRun } from './fourth-agency/offices.js';
import { freePort, startAgency, type Agency } from './fourth-agency/agency.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NUMBER = '2400999999';

/** Several processes share what the machine has. Unit: milliseconds. */
const PATIENCE_MS = 150_000;

/** Somebody does what docs/agency-guide.md says, word by word, before a hub that runs. */
describe('a fourth agency joins', () => {
  const offices = new Offices();
  let guide: Guide;
  let hub: HubApart;
  let agency: Agency;
  let enterprise: string;

  beforeAll(async () => {
    const port = await freePort();
    offices.open('hub');
    hub = await aHubApart(join(offices.folder, 'hub'));
    enterprise = await registeredEnterprise(hub);
    guide = new Guide({
      '4020': port,
      ENTERPRISE_ID: enterprise,
      REGISTRATION_NUMBER: NUMBER,
    });
    offices.open('operator', hub.operator.newKey.privateJwk);
    offices.open('union', hub.union.newKey.privateJwk);
    offices.open('agency');
    agency = { folder: join(offices.folder, 'agency'), port, gateway: hub.gateway };
  }, PATIENCE_MS);

  afterAll(async () => {
    await (hub as HubApart | undefined)?.stop();
    offices.close();
  });

  const run = (office: string, beginning: string): Promise<ScriptRun> =>
    offices.run(office.split(' ')[0] ?? '', guide.script(office, beginning), hub.registry);

  function paste(office: string, ...names: readonly string[]): void {
    for (const name of names) writeFileSync(join(offices.folder, office, name), guide.file(name));
  }

  const ask = () => askAt(hub.gateway, guide.file('query'));

  test('from an empty folder a subgraph is made, tested and checked in one command', async () => {
    const script = guide.script('agency', 'hub init').replace('--yes', '--yes --no-install');
    const { exit, output } = await offices.run('agency', script);
    expect(output).toContain('node --test: PASSED');
    expect([exit, output]).toEqual([0, expect.stringContaining('NOT_IN_LAW_YET')]);
  });

  test('the operator lets it in', async () => {
    await run('agency', 'hub keys show');
    const shown = await offices.run('agency', 'cp insurance.public.json ../operator/');
    expect(shown.exit).toBe(0);
    paste('operator', 'insurance.yaml');
    const { exit, output } = await run('operator', 'hub law show');
    expect([exit, output]).toEqual([0, expect.stringContaining('KEY_ADDED')]);
  });

  test('its own files take the place of the template’s, and its tests pass', async () => {
    paste('agency', 'schema.graphql', 'resolvers.js', 'arrears.json', 'plain.js');
    const { exit, output } = await run('agency', 'npm test');
    expect([exit, output]).toEqual([0, expect.stringContaining('pass')]);
  });

  test('the check says no: Enterprise belongs to the union', async () => {
    const { exit, output } = await offices.run(
      'agency',
      guide.script('agency fails', 'hub check'),
      hub.registry,
    );
    expect(exit).toBe(1);
    expect(output).toContain('OWNER_EXTENDED');
    expect(output).toContain(
      "hub approve --agency union --to insurance --right EXTEND --on 'Enterprise.insuranceArrears'",
    );
  });

  test('the union approves', async () => {
    expect(await run('union', 'hub approve')).toMatchObject({ exit: 0 });
  });

  test(
    'it is published, and the gateway launches it',
    async () => {
      const server = await startAgency(agency, 'server.js');
      const { exit, output } = await run('agency', 'hub publish');
      expect([exit, output]).toEqual([0, expect.stringContaining('LAUNCHED')]);
      expect((await ask()).data).toEqual({ enterprises: { nodes: [FOUR] } });
      await server.stop();
    },
    PATIENCE_MS,
  );

  test('another server without any framework answers the same, and nobody but the gateway', async () => {
    const server = await startAgency(agency, 'plain.js');
    const { data, errors } = await ask();
    expect([data, errors]).toEqual([{ enterprises: { nodes: [FOUR] } }, undefined]);
    const direct = await fetch(`http://127.0.0.1:${agency.port}/graphql`, { method: 'POST' });
    expect(direct.status).toBe(401);
    await server.stop();
  });

  test('while the agency is away, only its part is missing', async () => {
    const { data, errors } = await ask();
    expect(data?.enterprises.nodes).toEqual([{ ...FOUR, insuranceArrears: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'insurance' } }]);
  });

  test(
    'rolled back, the graph is the former one',
    async () => {
      const { exit, output } = await run('operator', 'hub rollback');
      expect([exit, output]).toEqual([0, expect.stringContaining('LAUNCHED')]);
      expect((await ask()).errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    },
    PATIENCE_MS,
  );
});

const FOUR = {
  nameVi: 'Công ty Thử nghiệm',
  policeOrganizations: expect.any(Array),
  recognitions: { totalCount: 0 },
  insuranceArrears: {
    monthCount: 3,
    owedMillionVnd: 1250,
    asOf: '2026-09-30',
    source: 'Công bố quý III/2026 của Quỹ',
  },
};

async function registeredEnterprise({ gateway, issuer }: HubApart): Promise<string> {
  const organization = Buffer.from(unionId('ldld-bac-ninh-2025'), 'base64url').toString();
  const headers = await issuer.bearer({ role: 'UNION_OFFICER', organization });
  const mutation = `mutation ($input: RegisterEnterpriseInput!) {
    registerEnterprise(input: $input) { enterprise { id } errors { code messageVi } } }`;
  const input = {
    idempotencyKey: 'fourth-agency',
    nameVi: 'Công ty Thử nghiệm',
    registrationNumber: NUMBER,
    ownership: 'FDI',
    sizeClass: 'LARGE',
    unit: unitId('bac-ninh-phuong-bac-giang'),
    validFrom: '2025-08-01',
  };
  const { data, body } = await askAt(gateway, mutation, { variables: { input }, headers });
  if (!data?.registerEnterprise?.enterprise) throw new Error(body);
  return data.registerEnterprise.enterprise.id;
}
