import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findBinaries } from '../../../../gateway/embedded/postgres/binaries.js';
import { openDataFolder } from '../../../../gateway/embedded/postgres/folder.js';
import { freePort } from '../../../../gateway/embedded/postgres/free-port.js';
import { ownerOf } from '../../../../gateway/embedded/postgres/owner.js';
import { startServer } from '../../../../gateway/embedded/postgres/server.js';
import type { Site } from '../../../../gateway/embedded/postgres/site.js';
import { afterwards, aUsedFolder } from './a-data-folder.js';

test('a port that somebody took in the meantime costs another try', async () => {
  const [site, taken] = [await aSite(), await aTakenPort()];
  const ports = [taken, taken];

  const server = await startServer(site, undefined, async () => ports.pop() ?? freePort());

  afterwards(() => server.stop());
  expect(server.isAlive()).toBe(true);
  expect(server.port).not.toBe(taken);
});

test('a server that cannot start is told with its own last words', async () => {
  const site = await aSite();
  await rm(join(site.folder.cluster, 'global/pg_control'));

  const start = startServer(site);

  await expect(start).rejects.toMatchObject({ code: 'DATABASE_FAILED' });
  await expect(start).rejects.toThrow(/could not be started[^]*could not find the database system/);
});

/** A complete cluster without a server. */
async function aSite(): Promise<Site> {
  const folder = await openDataFolder(await aUsedFolder());
  const owner = await ownerOf(folder.cluster);
  return { folder, owner, binaries: await findBinaries({ owner, copyInto: folder.root }) };
}

async function aTakenPort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  afterwards(() => listener.close());
  return (listener.address() as AddressInfo).port;
}
