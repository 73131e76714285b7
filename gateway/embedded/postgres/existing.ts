import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from '../../../schema/contract/text.js';
import { unusableFolder } from './failure.js';
import { giveTo } from './owner.js';
import { readSecret, type Secret } from './secret.js';
import type { Site } from './site.js';

/**
 * Makes sure that the cluster in the data folder is one that these programs can serve.
 *
 * @throws HubError INVALID_SETTING when it is of another major version or not the hub's.
 */
export async function adoptCluster(site: Site): Promise<void> {
  const { owner, binaries, folder } = site;
  await secretOf(folder.cluster);
  const version = await readFile(join(folder.cluster, 'PG_VERSION'), 'utf8').catch(() => '?');
  if (Number(version) !== binaries.major) throw otherVersion(folder.cluster, version.trim(), binaries.major);
  // A backup that root put back belongs to root.
  if (owner && (await lstat(folder.cluster)).uid !== owner.uid) await giveTo(owner, folder.cluster);
}

/** The secret of the hub's cluster. @throws HubError INVALID_SETTING when there is none: it is not the hub's. */
export async function secretOf(cluster: string): Promise<Secret> {
  const secret = await readSecret(cluster);
  if (secret !== null) return secret;
  throw unusableFolder(
    text(
      `Thư mục ${cluster} không phải do hệ thống Liên thông tạo ra.`,
      `The folder ${cluster} was not made by this hub.`,
    ),
  );
}

function otherVersion(cluster: string, found: string, served: number): Error {
  return unusableFolder(
    text(
      `Dữ liệu trong ${cluster} thuộc PostgreSQL ${found}, chương trình kèm theo là PostgreSQL ${served}. Hãy chạy bản cũ để xuất dữ liệu (pg_dump) rồi nhập vào một thư mục mới.`,
      `The data in ${cluster} is of PostgreSQL ${found}, the bundled programs are PostgreSQL ${served}. Dump it (pg_dump) with the release that made it and load it into a new folder.`,
    ),
  );
}
