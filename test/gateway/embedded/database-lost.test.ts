import { expect, test } from '@jest/globals';
import { startProcess, urlOf } from '../../support/process.js';
import { aFolder, afterwards, processesOf, serverOf, until } from './postgres/a-data-folder.js';

test('a hub whose PostgreSQL dies says so in both languages and ends with a failure', async () => {
  const folder = await aFolder();
  const hub = startProcess('gateway/embedded.js', [], { PORT: '0', DATA_DIR: folder });
  afterwards(() => hub.end('SIGKILL'));
  await urlOf(hub);

  process.kill(await serverOf(folder), 'SIGKILL');

  expect(await hub.ended).toBe(1);
  expect(hub.events.at(-1)).toMatchObject({
    code: 'DATABASE_FAILED',
    vi: expect.stringContaining('PostgreSQL của hệ thống đã tự dừng'),
    en: expect.stringContaining("The hub's PostgreSQL ended by itself"),
  });
  await until(async () => (await processesOf(folder)).size === 0);
});
