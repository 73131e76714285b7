import { connected } from '../../../gateway/embedded/postgres/client.js';
import { addressOf } from '../../../schema/contract/release/address.js';
import { testServer } from '../../support/server.js';
import { sdlOf } from './a-law.js';
import { aRegistry, type Party, type TestRegistry } from './a-registry.js';
import { publishing } from './publishing.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { escapeIdentifier } from 'pg';

let registry: TestRegistry;
let union: Party;

beforeAll(async () => {
  registry = await aRegistry();
  union = await registry.party({ agency: 'union' });
  const sdl = sdlOf('union');
  await union.say(publishing('union', sdl), { texts: [sdl] });
});
afterAll(() => registry.stop());

const name = (): string => new URL(registry.settings['DATABASE_URL'] ?? '').pathname.slice(1);

function run(statement: string, url = testServer().url('postgres', '')): Promise<void> {
  return connected(url, async (client) => void (await client.query(statement)));
}

async function inDatabase(statement: string): Promise<void> {
  await run(statement, registry.settings['DATABASE_URL']);
}

async function cutOff(): Promise<void> {
  await run(`alter database ${escapeIdentifier(name())} allow_connections false`);
  await run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name()}'`);
}

function connectAgain(): Promise<void> {
  return run(`alter database ${escapeIdentifier(name())} allow_connections true`);
}

test('without its database the registry takes nothing, serves the channel on, and takes the same statement later', async () => {
  const served = await union.client.channel('production');
  const sdl = sdlOf('union', ['later']);
  const jws = await union.sign(publishing('union', sdl));
  await cutOff();
  await expect(union.client.submit(jws, { texts: [sdl] })).rejects.toMatchObject({
    code: 'TRY_AGAIN',
    details: { reason: 'DATABASE' },
  });
  expect(await union.client.channel('production')).toEqual(served);
  await connectAgain();
  expect((await union.client.submit(jws, { texts: [sdl] })).channel?.number).toBe((served?.number ?? 0) + 1);
});

test.each([
  ['the text', 'content'],
  ['the entry', 'entry'],
])(
  'when the disk is full while %s is written, nothing is written, and it can be tried again',
  async (_, table) => {
    const before = await union.client.health();
    const sdl = sdlOf('union', ['later', table]);
    const jws = await union.sign(
      publishing('union', sdl, { accepts: [{ coordinate: 'UnionThing.content', reason: 'test' }] }),
    );
    await inDatabase(`create function disk_full() returns trigger language plpgsql as
    $$ begin raise exception using errcode = '53100', message = 'No space left on device'; end $$;
    create trigger disk_full before insert on ${table} for each row execute function disk_full()`);
    await expect(union.client.submit(jws, { texts: [sdl] })).rejects.toMatchObject({ code: 'TRY_AGAIN' });
    await inDatabase('drop function disk_full() cascade');
    expect(await union.client.health()).toEqual(before);
    await expect(union.client.text(addressOf(sdl))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await union.client.submit(jws, { texts: [sdl] })).entries).toHaveLength(3);
  },
);

test('a commit of which the answer was lost is known when the statement comes again', async () => {
  const sdl = sdlOf('union', ['later', 'entry', 'lost']);
  const jws = await union.sign(publishing('union', sdl));
  await inDatabase(`create function lose_connection() returns trigger language plpgsql as
    $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
    create constraint trigger lost after insert on entry deferrable initially deferred
      for each row execute function lose_connection()`);
  await expect(union.client.submit(jws, { texts: [sdl] })).rejects.toMatchObject({ code: 'TRY_AGAIN' });
  await inDatabase('drop function lose_connection() cascade');
  const once = await union.client.submit(jws, { texts: [sdl] });
  const twice = await union.client.submit(jws, { texts: [sdl] });
  expect(twice.entries).toEqual(once.entries);
});
