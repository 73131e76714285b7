import { KeptReleases } from '../../../gateway/release/kept.js';
import { createLog } from '../../../schema/contract/log.js';
import { newKey } from '../../../schema/contract/release/keys.js';
import { packed, unpacked, type Archive } from '../../../schema/registry/cli/archive/archive.js';
import { createDatabase, dropDatabase } from '../../support/databases.js';
import { databaseName, testServer } from '../../support/server.js';
import { sdlOf, urlOf } from '../core/a-law.js';
import { aRegistry, type TestRegistry } from '../core/a-registry.js';
import { folders, hub, type HubRun } from './a-desk.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A release is carried over an air gap. */
describe('hub export, import', () => {
  const places = folders();
  const mirror = databaseName('hub_mirror');
  let registry: TestRegistry;
  let cwd: string;

  beforeAll(async () => {
    registry = await aRegistry();
    const union = await registry.party({ agency: 'union' });
    cwd = places.project(union, registry, { url: urlOf('union'), sdl: sdlOf('union') });
    await createDatabase(mirror);
    await run('publish', '--message', 'one');
    await run('export', '--out', 'one.lienthong');
    writeFileSync(join(cwd, 'schema.graphql'), sdlOf('union', ['members']));
    await run('publish', '--message', 'two');
    await run('export', '--out', 'two.lienthong');
  });

  afterAll(async () => {
    places.remove();
    await registry.stop();
    await dropDatabase(mirror);
  });

  const run = (...args: readonly string[]): Promise<HubRun> => hub([...args, '--format', 'json'], { cwd });
  const taken = (file: string, ...args: readonly string[]): Promise<HubRun> =>
    run('import', file, '--trust', 'registry.jwks.json', ...args);
  const archiveIn = (file: string): Archive => unpacked(readFileSync(join(cwd, file)));

  function written(archive: Archive): string {
    writeFileSync(join(cwd, 'altered.lienthong'), packed(archive));
    return 'altered.lienthong';
  }

  test('what was exported verifies as a whole', async () => {
    const { exit, json } = await taken('two.lienthong', '--dry-run');
    expect(exit).toBe(0);
    expect(json.result.seq).toBe(archiveIn('two.lienthong').entries.length);
  });

  const ALTERATIONS: readonly (readonly [string, string, (archive: Archive) => Archive])[] = [
    [
      'the last entry is missing',
      'HEAD',
      (archive) => ({ ...archive, entries: archive.entries.slice(0, -1) }),
    ],
    [
      'an entry in between is missing',
      'CHAIN',
      (archive) => ({ ...archive, entries: archive.entries.toSpliced(2, 1) }),
    ],
    [
      'an instant was changed',
      'CHAIN',
      (archive) => withEntry(archive, 1, { recordedAt: '2020-01-01T00:00:00.000Z' }),
    ],
    [
      'a statement was changed',
      'CHAIN',
      (archive) => withEntry(archive, 1, { jws: `${archive.entries[1]?.jws.slice(0, -4)}AAAA` }),
    ],
    [
      'a text was changed',
      'TEXT_ALTERED',
      (archive) => ({ ...archive, texts: mapped(archive.texts, (words) => `${words}#`) }),
    ],
    [
      'a text is missing',
      'TEXT_MISSING',
      (archive) => ({ ...archive, texts: Object.fromEntries(Object.entries(archive.texts).slice(1)) }),
    ],
    [
      'the head is that of an earlier log',
      'HEAD',
      (archive) => ({ ...archive, head: archiveIn('one.lienthong').head }),
    ],
  ];

  test.each(ALTERATIONS)('refused: %s', async (_, reason, alter) => {
    const { exit, json } = await taken(written(alter(archiveIn('two.lienthong'))), '--dry-run');
    expect([exit, json.error.code, json.error.reason]).toEqual([5, 'RELEASE_REFUSED', reason]);
  });

  test('refused: another registry’s keys are trusted, not this one’s', async () => {
    writeFileSync(
      join(cwd, 'other.json'),
      JSON.stringify({ registry: 'a-test', keys: [newKey().publicJwk] }),
    );
    const { exit, json } = await run('import', 'two.lienthong', '--trust', 'other.json', '--dry-run');
    expect([exit, json.error.reason]).toEqual([5, 'HEAD']);
  });

  test('refused: the log is that of another registry, which signs with the same key', async () => {
    const { keys } = JSON.parse(readFileSync(join(cwd, 'registry.jwks.json'), 'utf8'));
    writeFileSync(join(cwd, 'other.json'), JSON.stringify({ registry: 'a-rehearsal', keys }));
    const { exit, json } = await run('import', 'two.lienthong', '--trust', 'other.json', '--dry-run');
    expect([exit, json.error.reason]).toEqual([5, 'REGISTRY']);
  });

  test('nothing is exported by a head that is not of just now', async () => {
    const now = (): Date => new Date(Date.now() + 3_600_000);
    const { exit, json } = await hub(['export', '--out', 'late.lienthong', '--format', 'json'], { cwd, now });
    expect([exit, json.error.code, json.error.reason]).toEqual([5, 'RELEASE_REFUSED', 'REGISTRY']);
  });

  test('what is no archive is refused as such', async () => {
    const { exit, json } = await taken('schema.graphql', '--dry-run');
    expect([exit, json.error.code]).toEqual([2, 'INVALID_INPUT']);
  });

  test('a gateway without registry finds the release where it keeps its last good one', async () => {
    const folder = join(cwd, 'releases');
    mkdirSync(folder);
    expect((await taken('two.lienthong', '--release-dir', folder)).exit).toBe(0);
    const kept = new KeptReleases({
      folder,
      channel: 'production',
      registry: registry.known,
      log: createLog('test', 'silent'),
    });
    const release = await kept.good();
    expect(release?.number).toBe(2);
    expect(release?.supergraphSdl).toContain('members');
  });

  test('an older release does not take the place of a newer one', async () => {
    const folder = join(cwd, 'releases');
    const { exit, json } = await taken('one.lienthong', '--release-dir', folder);
    expect([exit, json.error.reason]).toEqual([5, 'NOT_NEWER']);
  });

  test('a mirror continues the log, also by a part of it, and takes the same twice', async () => {
    const database = testServer().url(mirror, '');
    const whole = archiveIn('two.lienthong').entries.length;
    const first = archiveIn('one.lienthong').entries.length;
    expect((await taken('one.lienthong', '--database', database)).json.result.added).toBe(first);
    await run('export', '--out', 'rest.lienthong', '--after', String(first));
    expect(archiveIn('rest.lienthong').entries.length).toBe(whole - first);
    expect((await taken('rest.lienthong', '--database', database)).json.result).toMatchObject({
      added: whole - first,
      seq: whole,
    });
    expect((await taken('two.lienthong', '--database', database)).json.result.added).toBe(0);
  });

  test('a mirror refuses the log of another registry', async () => {
    const other = await aRegistry();
    const party = await other.party({ agency: 'union' });
    const folder = places.project(party, other, { url: urlOf('union'), sdl: sdlOf('union') });
    await hub(['publish', '--message', 'one'], { cwd: folder });
    await hub(['export', '--out', join(cwd, 'other.lienthong')], { cwd: folder });
    const { exit, json } = await run(
      'import',
      'other.lienthong',
      '--trust',
      other.trustFile,
      '--database',
      testServer().url(mirror, ''),
    );
    await other.stop();
    expect([exit, json.error.code]).toEqual([5, 'RELEASE_REFUSED']);
  });
});

function withEntry(archive: Archive, place: number, change: object): Archive {
  return {
    ...archive,
    entries: archive.entries.map((entry, at) => (at === place ? { ...entry, ...change } : entry)),
  };
}

function mapped(texts: Archive['texts'], change: (words: string) => string): Archive['texts'] {
  return Object.fromEntries(Object.entries(texts).map(([address, words]) => [address, change(words)]));
}
