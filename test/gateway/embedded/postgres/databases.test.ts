import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startCluster, type Cluster } from '../../../../gateway/embedded/postgres/cluster.js';
import { ensureDatabase } from '../../../../gateway/embedded/postgres/databases.js';
import { ask, askAt, removableFolder, type RemovableFolder } from './a-data-folder.js';

let folder: RemovableFolder;
let cluster: Cluster;

// One server for all: each test has databases and roles of its own.
beforeAll(async () => {
  folder = await removableFolder();
  cluster = await startCluster({ folder: folder.path });
});

afterAll(async () => {
  await cluster.stop();
  await folder.remove();
});

test('an agency owns its database and may build in it', async () => {
  await ensureDatabase(cluster, { database: 'owned', role: 'owner' });

  await askAt(cluster.url('owned', 'owner'), 'CREATE SCHEMA office CREATE TABLE desk (id integer)');
  await askAt(cluster.url('owned', 'owner'), 'CREATE EXTENSION unaccent');

  expect(
    await askAt(cluster.url('owned', 'owner'), 'SELECT count(*)::int AS desks FROM office.desk'),
  ).toEqual([{ desks: 0 }]);
});

test("an agency's role cannot connect to the database of another, nor to the common ones", async () => {
  await ensureDatabase(cluster, { database: 'mine', role: 'me' });
  await ensureDatabase(cluster, { database: 'yours', role: 'you' });

  for (const database of ['yours', 'postgres', 'template1'])
    await expect(askAt(cluster.url(database, 'me'), 'SELECT 1')).rejects.toThrow(
      'permission denied for database',
    );
});

test("an agency's role has no rights beyond its database", async () => {
  await ensureDatabase(cluster, { database: 'plain', role: 'plain' });

  const found = await ask(
    cluster,
    `SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls AS powerful
     FROM pg_roles WHERE rolname = 'plain'`,
  );

  expect(found).toEqual([{ powerful: false }]);
});

test('ensuring twice keeps the data, and puts back a password and a gate that somebody changed', async () => {
  await ensureDatabase(cluster, { database: 'again', role: 'again' });
  await askAt(cluster.url('again', 'again'), 'CREATE TABLE kept AS SELECT 7 AS number');
  await ask(cluster, "ALTER ROLE again PASSWORD 'changed'");
  await ask(cluster, 'GRANT CONNECT ON DATABASE again TO PUBLIC');

  await ensureDatabase(cluster, { database: 'again', role: 'again' });

  const found = await askAt(cluster.url('again', 'again'), 'SELECT number FROM kept');
  const [gate] = (await ask(
    cluster,
    "SELECT EXISTS (SELECT FROM pg_database, aclexplode(datacl) WHERE datname = 'again' AND grantee = 0) AS open",
  )) as readonly unknown[];
  expect([found, gate]).toEqual([[{ number: 7 }], { open: false }]);
});

test('several agencies may be set up at once', async () => {
  const names = ['first', 'second', 'third', 'fourth'];

  await Promise.all(names.map((name) => ensureDatabase(cluster, { database: name, role: name })));

  for (const name of names)
    expect(await askAt(cluster.url(name, name), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a database whose removal was cut short is made anew', async () => {
  await ensureDatabase(cluster, { database: 'broken', role: 'broken' });
  await ask(cluster, "UPDATE pg_database SET datconnlimit = -2 WHERE datname = 'broken'");

  await ensureDatabase(cluster, { database: 'broken', role: 'broken' });

  expect(await askAt(cluster.url('broken', 'broken'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('any name is only a name', async () => {
  const name = 'Bắc "Giang" --';

  await ensureDatabase(cluster, { database: name, role: name });

  expect(await askAt(cluster.url(name, name), 'SELECT current_user AS me')).toEqual([{ me: name }]);
});

test.each(['', 'x'.repeat(64)])('the name %j, which PostgreSQL would change, is refused', async (name) => {
  await expect(ensureDatabase(cluster, { database: name, role: 'someone' })).rejects.toThrow('1 to 63 bytes');
});
