import { TRIAL_SCOPES } from '../../../../gateway/embedded/trial/scopes.js';
import { OFFICE_HOLDERS } from '../../../../gateway/embedded/trial/office.js';
import { authenticator, type Authenticator } from '../../../../gateway/engine/authenticate/authenticator.js';
import type { Caller } from '../../../../schema/contract/caller.js';
import { createLog } from '../../../../schema/contract/log.js';
import { projectPath } from '../../../../schema/contract/project.js';
import { ORGANIZATION_TYPES } from '../../../../subgraphs/shared/organization.js';
import { actorOf } from '../../../../subgraphs/shared/rights/actor.js';
import { ROLES } from '../../../../subgraphs/shared/rights/role.js';
import { aTrial, FEDERATION, idOf, type OpenTrial } from './a-trial.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

/** More than the life of a trial token. Unit: milliseconds. */
const TWO_HOURS = 7_200_000;

describe('the issuer of trial tokens', () => {
  const log = createLog('test', 'silent');
  let trial: OpenTrial;
  let gateway: Authenticator;
  let later: Authenticator;

  beforeAll(async () => {
    trial = await aTrial();
    gateway = authenticator(trial.authentication, { log });
    later = authenticator(trial.authentication, { log, now: () => Date.now() + TWO_HOURS });
  });
  afterAll(async () => {
    await Promise.all([gateway.close(), later.close()]);
    await trial.close();
  });

  function tokenFor(search: string): string {
    return `Bearer ${trial.ask(search)?.body.token}`;
  }

  async function callerFor(search: string): Promise<Caller> {
    return gateway.authenticate(tokenFor(search));
  }

  test.each(ROLES)('makes a %s with the scopes of the role', async (role) => {
    const caller = await callerFor(`?role=${role}&organization=${FEDERATION}`);

    expect(actorOf(caller)).toMatchObject({
      role,
      purpose: 'TRIAL',
      subject: expect.stringMatching(/^trial:/),
    });
    expect([...caller.scopes].join(' ')).toBe(TRIAL_SCOPES[role]);
  });

  test('says in the claims of each token that it is for trial', async () => {
    const { claims } = await callerFor(`?role=AUDITOR&organization=${FEDERATION}`);

    expect(claims).toMatchObject({ trial: true, iss: 'urn:lien-thong:trial', sub: 'trial:auditor' });
  });

  test('takes account, purpose and scopes as they are asked for', async () => {
    const asked = { role: 'SIGNATORY', organization: FEDERATION, account: 'second' };
    const rest = { purpose: 'Thử quy trình', scopes: 'arrears:write arrears:read' };
    const caller = await callerFor(`?${new URLSearchParams({ ...asked, ...rest })}`);

    expect(caller.claims).toMatchObject({ sub: 'trial:second', purpose: rest.purpose, scope: rest.scopes });
  });

  test('issues tokens that are good for an hour', async () => {
    const token = tokenFor(`?role=AUDITOR&organization=${FEDERATION}`);

    const { claims } = await gateway.authenticate(token);
    expect(Number(claims['exp']) - Number(claims['iat'])).toBe(3_600);
    await expect(later.authenticate(token)).rejects.toMatchObject({ details: { reason: 'EXPIRED' } });
  });

  test('is not trusted with what another hub issued', async () => {
    const other = await aTrial();
    const token = other.ask(`?role=AUDITOR&organization=${FEDERATION}`)?.body.token;
    await other.close();

    await expect(gateway.authenticate(`Bearer ${token}`)).rejects.toMatchObject({
      details: { reason: 'UNTRUSTED' },
    });
  });

  test.each([
    ['an unknown role', `role=KING&organization=${FEDERATION}`, 'INVALID_INPUT', 'role'],
    ['no role', `organization=${FEDERATION}`, 'INVALID_INPUT', 'role'],
    ['no organisation', 'role=AUDITOR', 'INVALID_ID', 'organization'],
    ['what is no id', 'role=AUDITOR&organization=vgcl', 'INVALID_ID', 'organization'],
    [
      'what is no organisation',
      `role=AUDITOR&organization=${idOf('Document')}`,
      'INVALID_ID',
      'organization',
    ],
    [
      'an account like a name',
      `role=AUDITOR&organization=${FEDERATION}&account=a b`,
      'INVALID_INPUT',
      'account',
    ],
    ['no purpose', `role=AUDITOR&organization=${FEDERATION}&purpose=`, 'INVALID_INPUT', 'purpose'],
    [
      'scopes of two lines',
      `role=AUDITOR&organization=${FEDERATION}&scopes=a%0Ab`,
      'INVALID_INPUT',
      'scopes',
    ],
    ['an unknown parameter', `role=AUDITOR&organization=${FEDERATION}&rolle=x`, 'INVALID_INPUT', undefined],
  ])('refuses %s', (_, search, code, field) => {
    const answer = trial.ask(`?${search}`);

    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code, messageVi: expect.any(String) } }] },
    });
    expect(answer?.body.errors[0].extensions.field).toBe(field);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['a page whose own name leads here', { host: 'evil.example:4000' }],
    ['a name that only begins like this machine', { host: 'localhost.evil.example' }],
    ['a proxy', { host: 'localhost:4000', 'x-forwarded-for': '203.0.113.9' }],
    ['a proxy that tells the address only', { host: 'localhost:4000', 'x-real-ip': '203.0.113.9' }],
    ['a page of another site', { host: 'localhost:4000', 'sec-fetch-site': 'cross-site' }],
    ['nobody in particular', {}],
  ])('gives nothing to %s', (_, headers) => {
    expect(trial.ask(`?role=AUDITOR&organization=${FEDERATION}`, headers)).toMatchObject({ status: 403 });
  });

  test.each(['127.0.0.1:4000', 'localhost', '[::1]:4000'])('answers at %s', (host) => {
    expect(trial.ask(`?role=AUDITOR&organization=${FEDERATION}`, { host })).toMatchObject({ status: 200 });
  });

  test('knows the types of organisations', () => {
    expect(OFFICE_HOLDERS).toEqual(ORGANIZATION_TYPES);
  });

  test('grants what the guide to the workflows says that each role needs', () => {
    const guide = readFileSync(projectPath('docs', 'workflows.md'), 'utf8');
    const rows = [...guide.matchAll(/^\| `([A-Z_]+)` \|[^|]*\| `([^`]*)` \|$/gm)];

    expect(Object.fromEntries(rows.map(([, role, scopes]) => [role, scopes]))).toEqual(TRIAL_SCOPES);
  });
});
