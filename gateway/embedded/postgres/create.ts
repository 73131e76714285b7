import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from '../../../schema/contract/text.js';
import { timeLimit } from '../../../schema/contract/time-limit.js';
import { serverFailed } from './failure.js';
import { launch } from './launch.js';
import { LastLines } from './last-lines.js';
import { giveTo } from './owner.js';
import { newSecret, passwordOf, SUPERUSER, writeSecret } from './secret.js';
import type { Site } from './site.js';
import { stopSurvivors } from './survivors.js';

/** Longest time that the creation may take. Unit: milliseconds. */
const PATIENCE = 60_000;

const OPTIONS = [
  `--username=${SUPERUSER}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // Text is sorted by code point and folded by Unicode's own rules, the same on every machine.
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
  '--set=huge_pages=off',
] as const;

/**
 * Creates the cluster beside its place and moves it there when it is complete, so that whoever is stopped half-way
 * leaves nothing that looks like a cluster.
 *
 * @throws HubError DATABASE_FAILED with the last words of `initdb` when it fails.
 */
export async function createCluster(site: Site): Promise<void> {
  const { owner, folder } = site;
  const draft = join(folder.draft, 'postgres');
  await stopSurvivors(draft, () => undefined);
  await rm(folder.draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const secret = newSecret();
  const passwordFile = join(folder.draft, 'password');
  await writeFile(passwordFile, passwordOf(secret, SUPERUSER), { mode: 0o600 });
  await giveTo(owner, folder.draft);
  await initialise(site, draft, passwordFile);
  await writeSecret(draft, secret, owner);
  await publish(draft, site);
}

async function initialise({ owner, binaries }: Site, draft: string, passwordFile: string): Promise<void> {
  const lastLines = new LastLines();
  const initdb = launch({
    command: binaries.initdb,
    arguments: [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...OPTIONS],
    folder: draft,
    owner,
    whenHubDies: 'KILL_ITS_GROUP',
    onLine: (line) => lastLines.add(line),
  });
  if ((await timeLimit(initdb.silent, PATIENCE, 'LATE')) === 'LATE') lastLines.add('time-out');
  initdb.abandon();
  if (initdb.succeeded()) return;
  throw serverFailed(
    text('Không tạo được cụm cơ sở dữ liệu.', 'The database cluster could not be created.'),
    lastLines.all,
  );
}

async function publish(draft: string, { folder }: Site): Promise<void> {
  await flush(draft);
  await rename(draft, folder.cluster);
  await flush(folder.root);
  await rm(folder.draft, { recursive: true });
}

/** Waits until the entries of a folder are on the disk. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
