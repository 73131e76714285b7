import { Database } from '../../subgraphs/shared/database/database.js';
import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { createDatabase, dropDatabase } from '../support/databases.js';
import { databaseName, testServer } from '../support/server.js';
import { afterEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function anEmptyDatabase(): Promise<string> {
  const name = databaseName(randomUUID().slice(0, 8));
  await createDatabase(name);
  ends.push(() => dropDatabase(name));
  return testServer().url(name, '');
}

async function aDatabase(url: string, answerTimeout = 300): Promise<Database> {
  const { entities: records, migrations } = recognition;
  const database = await Database.open({ url, records, migrations, answerTimeout });
  ends.push(() => database.close());
  return database;
}

/** A proxy before the server that can fall silent: it takes what it is sent and answers nothing. */
async function aProxy(): Promise<{ readonly url: string; silence(silent: boolean): void }> {
  const target = new URL(testServer().url('postgres', ''));
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) sockets.add(socket.on('error', () => undefined));
    client.on('data', (bytes) => silent || upstream.write(bytes)).on('close', () => upstream.destroy());
    upstream.on('data', (bytes) => client.write(bytes)).on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  ends.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const url = new URL(target);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: url.href, silence: (now) => void (silent = now) };
}

test('a silent proxy fails the request in time, and the next request gets a connection that works', async () => {
  const proxy = await aProxy();
  const database = await aDatabase(proxy.url);
  const ask = () => database.fork().execute('select 1 as one');
  await ask();
  proxy.silence(true);
  await expect(ask()).rejects.toThrow('timeout');
  proxy.silence(false);
  expect(await ask()).toEqual([{ one: 1 }]);
});

test('a server behind a silent proxy is soon told to be not ready', async () => {
  const proxy = await aProxy();
  const database = await aDatabase(proxy.url, 2_500);
  expect(await database.isReady()).toBe(true);
  proxy.silence(true);
  const before = performance.now();
  expect(await database.isReady()).toBe(false);
  expect(performance.now() - before).toBeLessThan(3_000);
});

test('two processes that start at once bring the schema up to date once', async () => {
  const url = await anEmptyDatabase();
  const { entities: records, migrations } = recognition;
  const both = await Promise.all([1, 2].map(() => Database.open({ url, records, migrations })));
  for (const database of both) ends.push(() => database.close());
  const steps = await Promise.all(both.map((database) => database.migrate()));
  expect(steps.toSorted((one, other) => one - other)).toEqual([0, migrations.length]);
});
