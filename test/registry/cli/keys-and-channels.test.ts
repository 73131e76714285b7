import { LAW, sdlOf, urlOf } from '../core/a-law.js';
import { aRegistry, type Party, type TestRegistry } from '../core/a-registry.js';
import { folders, hub, operating, type HubRun } from './a-desk.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

describe('hub keys, channel, law', () => {
  const places = folders();
  let registry: TestRegistry;
  let union: Party;
  let office: string;

  beforeAll(async () => {
    registry = await aRegistry();
    union = await registry.party({ agency: 'union' });
    office = join(places.make(), 'operator.json');
    writeFileSync(office, JSON.stringify(registry.operator.newKey.privateJwk), { mode: 0o600 });
  });

  afterAll(async () => {
    places.remove();
    await registry.stop();
  });

  const reached = () => ['--registry', registry.url, '--trust', registry.trustFile];
  const operate = (...args: readonly string[]): Promise<HubRun> =>
    hub([...args, ...operating(registry, places.make()), '--format', 'json']);
  const at = (cwd: string, ...args: readonly string[]): Promise<HubRun> =>
    hub([...args, '--format', 'json'], { cwd });
  const aProject = (): string =>
    places.project(union, registry, { url: urlOf('union'), sdl: sdlOf('union') });

  test('a new private key is read by nobody else, and never overwritten', async () => {
    const cwd = places.make();
    const { json } = await at(cwd, 'keys', 'make', '--out', 'own.key.json');
    const file = join(cwd, 'own.key.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(json.result)).not.toContain(JSON.parse(readFileSync(file, 'utf8')).d);
    expect((await at(cwd, 'keys', 'make', '--out', 'own.key.json')).exit).toBe(2);
  });

  test('a key that others may read is refused with what to do', async () => {
    const cwd = aProject();
    writeFileSync(join(cwd, 'open.json'), readFileSync(join(cwd, 'hub.key.json')), { mode: 0o644 });
    const { exit, err } = await hub(['keys', 'list', '--key', 'open.json'], { cwd });
    expect(exit).toBe(2);
    expect(err).toContain('chmod 600');
  });

  test('the operator makes the key of an agency known, and it counts at once', async () => {
    const cwd = places.make();
    const { json } = await at(cwd, 'keys', 'make', '--out', 'hub.key.json');
    const known = JSON.stringify(json.result.publicJwk);
    expect((await hub(['status', ...reached(), '--key', 'hub.key.json'], { cwd })).exit).toBe(3);
    expect((await operate('keys', 'add', '--agency', 'coordination', '--public', known)).exit).toBe(0);
    expect((await hub(['status', ...reached(), '--key', 'hub.key.json'], { cwd })).exit).toBe(0);
  });

  test('adding a key takes an agency or a role, one of both', async () => {
    const { exit, json } = await operate('keys', 'add', '--public', '{}');
    expect([exit, json.error.code]).toEqual([2, 'INVALID_INPUT']);
  });

  test('rotating puts a new key in the place of the old one, which is revoked', async () => {
    const party = await registry.party({ agency: 'recognition' });
    const cwd = places.project(party, registry, { url: urlOf('recognition'), sdl: sdlOf('recognition') });
    const { exit, json } = await at(cwd, 'keys', 'rotate');
    expect([exit, json.result.isRevoked]).toEqual([0, true]);
    const { keys, own } = (await at(cwd, 'keys', 'list')).json.result;
    const states = new Map(keys.map(({ kid, state }: { kid: string; state: string }) => [kid, state]));
    expect([own, states.get(own), states.get(party.key.kid)]).toEqual([json.result.kid, 'VALID', 'REVOKED']);
    expect(existsSync(join(cwd, 'hub.key.json.new')) || existsSync(join(cwd, 'hub.key.json.old'))).toBe(
      false,
    );
    expect(statSync(join(cwd, 'hub.key.json')).mode & 0o777).toBe(0o600);
  });

  test('a dry run of rotating leaves the key as it is', async () => {
    const cwd = aProject();
    const before = readFileSync(join(cwd, 'hub.key.json'), 'utf8');
    expect((await at(cwd, 'keys', 'rotate', '--dry-run')).exit).toBe(0);
    expect(readFileSync(join(cwd, 'hub.key.json'), 'utf8')).toBe(before);
    expect(existsSync(join(cwd, 'hub.key.json.new'))).toBe(false);
  });

  test('an agency revokes no key of another', async () => {
    const { exit, json } = await at(aProject(), 'keys', 'revoke', registry.operator.key.kid, '--reason', 'x');
    expect([exit, json.error.code]).toEqual([3, 'NOT_YOURS']);
  });

  test('a revoked key counts no more', async () => {
    const party = await registry.party({ agency: 'union' });
    const cwd = places.project(party, registry, { url: urlOf('union'), sdl: sdlOf('union') });
    expect((await operate('keys', 'revoke', party.key.kid, '--reason', 'lost')).exit).toBe(0);
    expect((await at(cwd, 'status')).exit).toBe(3);
  });

  test('the operator makes a channel; what staging serves is promoted to production', async () => {
    expect((await operate('channel', 'make', 'staging', '--description', 'tries')).exit).toBe(0);
    const cwd = aProject();
    expect((await at(cwd, 'publish', '--message', 'one', '--channel', 'staging')).exit).toBe(0);
    expect((await operate('channel', 'promote', 'staging', 'production')).exit).toBe(0);
    const { channels } = (await operate('channel', 'list')).json.result;
    expect(channels.map(({ name, number }: { name: string; number: number }) => [name, number])).toEqual([
      ['production', 1],
      ['staging', 1],
    ]);
  });

  test('what a channel serves is shown, and its supergraph written', async () => {
    const cwd = aProject();
    const { json } = await at(cwd, 'channel', 'show', 'staging', '--out', 'supergraph.graphql');
    expect(json.result.subgraphs).toMatchObject([{ subgraph: 'union', agency: 'union' }]);
    expect(readFileSync(join(cwd, 'supergraph.graphql'), 'utf8')).toContain('join__Graph');
  });

  test('a channel is the operator’s to make', async () => {
    const { exit, json } = await at(aProject(), 'channel', 'make', 'mine', '--description', 'x');
    expect([exit, json.error.code]).toEqual([3, 'NOT_YOURS']);
  });

  test('the law is shown, changed by the operator, and by nobody else', async () => {
    const cwd = aProject();
    expect((await at(cwd, 'law', 'show', '--out', 'ownership.yaml')).exit).toBe(0);
    expect(readFileSync(join(cwd, 'ownership.yaml'), 'utf8')).toBe(LAW);
    writeFileSync(join(cwd, 'ownership.yaml'), LAW.replace('types: [PageInfo]', 'types: [PageInfo, Figure]'));
    const make = ['law', 'make', join(cwd, 'ownership.yaml'), '--message', 'figures'];
    expect((await at(cwd, ...make)).exit).toBe(3);
    expect((await operate(...make, '--dry-run')).json.result.entries).toEqual([]);
    expect((await operate(...make)).exit).toBe(0);
    expect((await operate('law', 'show')).json.result.text).toContain('Figure');
  });

  test('without a registry that answers the exit code is 4', async () => {
    const { exit, json } = await hub([
      'status',
      '--registry',
      'http://127.0.0.1:9',
      '--trust',
      registry.trustFile,
      '--key',
      office,
      '--format',
      'json',
    ]);
    expect([exit, json.error.code]).toEqual([4, 'TRY_AGAIN']);
  });
});
