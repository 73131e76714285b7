import { followChain } from '../../../schema/contract/release/chain.js';
import { verifyHead } from '../../../schema/contract/release/head.js';
import { publicKeysOf } from '../../../schema/contract/release/keys.js';
import { connected } from '../../../gateway/embedded/postgres/client.js';
import { aRegistry, type TestRegistry } from './a-registry.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let registry: TestRegistry;

beforeAll(async () => {
  registry = await aRegistry();
  await registry.operator.say({ kind: 'CHANNEL_MADE', channel: 'staging', description: 'for trying out' });
});
afterAll(() => registry.stop());

function asOwner(statement: string): Promise<void> {
  return connected(
    registry.settings['DATABASE_URL'] ?? '',
    async (client) => void (await client.query(statement)),
  );
}

test('the first start founds the registry: its key, its operators, its law, and a channel', async () => {
  const { client } = registry.operator;
  const [founded, made] = await client.log();
  expect([founded?.kind, made?.kind]).toEqual(['FOUNDED', 'CHANNEL_MADE']);
  expect(await client.keys()).toMatchObject([{ role: 'REGISTRY' }, { role: 'OPERATOR', state: 'VALID' }]);
  expect((await client.law()).text).toContain('agencies:');
  expect((await client.channels()).map(({ name }) => name)).toEqual(['production', 'staging']);
});

test.each(['entry', 'content'])('nobody changes, removes or empties what %s holds', async (table) => {
  const column = table === 'entry' ? 'jws' : 'text';
  for (const statement of [
    `update ${table} set ${column} = 'x'`,
    `delete from ${table}`,
    `truncate ${table}`,
    `set session_replication_role = replica; delete from ${table}`,
  ])
    await expect(asOwner(statement)).rejects.toThrow(/only grows/);
});

test('nobody writes an entry that does not follow the last, or a text at another address', async () => {
  const gap = `insert into entry select seq + 5, id || '1', kind, jws || '1', now(), hash, hash || '1', 1 from entry`;
  await expect(asOwner(gap)).rejects.toThrow();
  const wrong = `insert into content values ('sha256:' || repeat('0', 64), 'x')`;
  await expect(asOwner(wrong)).rejects.toThrow(/content_is_at_its_address/);
});

test('the log can be followed from its first entry to the signed head', async () => {
  const { client } = registry.operator;
  const keys = publicKeysOf((await client.keys()).map(({ publicJwk }) => publicJwk));
  const { seq, hash, name } = verifyHead(await client.head(), keys);
  const parts = [await client.log({ limit: 2 }), await client.log({ after: 2 })];
  expect(followChain(parts.flat())).toEqual({ seq, hash });
  expect(name).toBe('a-test');
});

test('a registry that is started anew knows what it knew', async () => {
  const { client } = registry.operator;
  const before = [await client.channels(), await client.keys(), await client.log()];
  await registry.restart();
  expect([await client.channels(), await client.keys(), await client.log()]).toEqual(before);
});

test('a registry with another key than its own does not start', async () => {
  const other = await aRegistry();
  const { REGISTRY_KEY_FILE } = other.settings;
  const opening = registry.reopen({ REGISTRY_KEY_FILE: REGISTRY_KEY_FILE ?? '' });
  await expect(opening).rejects.toMatchObject({
    code: 'INVALID_SETTING',
    details: { setting: 'REGISTRY_KEY_FILE' },
  });
  await other.stop();
});
