import { lstat, lchown, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from '../../../schema/contract/text.js';
import { unusableFolder, unusableMachine } from './failure.js';
import { run } from './run.js';

/** The account that the server runs as; `undefined` means the hub's own. */
export type Owner = { readonly uid: number; readonly gid: number } | undefined;

/** The account without rights that Linux calls `nobody`. */
const NOBODY: Owner = { uid: 65_534, gid: 65_534 };

/** Whether the hub runs as root, whom PostgreSQL refuses to serve. */
export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/**
 * Who shall run the server of this cluster: the hub's own account or, for root, whoever owns the cluster already.
 *
 * @throws HubError INVALID_SETTING when the cluster belongs to another account.
 */
export async function ownerOf(cluster: string): Promise<Owner> {
  const found = await lstat(cluster).catch(() => null);
  if (isRoot()) return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : NOBODY;
  if (found && found.uid !== process.geteuid?.()) throw foreign(cluster, found.uid);
  return undefined;
}

/** Whether `owner` may enter the folder. */
export async function canEnter(owner: Owner, folder: string): Promise<boolean> {
  const { succeeded } = await run(owner, '/bin/sh', '-c', '[ -x "$1" ]', 'sh', folder);
  return succeeded;
}

/**
 * @throws HubError INVALID_SETTING when root may not become `owner`, or `owner` may not enter the folder or one above.
 */
export async function assertMayEnter(owner: Owner, folder: string): Promise<void> {
  const trial = await run(owner, '/bin/sh', '-c', ':');
  if (!trial.started) throw cannotBecome(owner);
  if (await canEnter(owner, folder)) return;
  throw closed(folder, await closedFolder(owner, folder));
}

/** Hands a folder with all that it holds to `owner`, the folder itself last. */
export async function giveTo(owner: Owner, folder: string): Promise<void> {
  if (!owner) return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await lchown(join(entry.parentPath, entry.name), owner.uid, owner.gid);
  await lchown(folder, owner.uid, owner.gid);
}

async function closedFolder(owner: Owner, folder: string): Promise<string> {
  const above = dirname(folder);
  return above === folder || (await canEnter(owner, above)) ? folder : closedFolder(owner, above);
}

function foreign(cluster: string, uid: number): Error {
  return unusableFolder(
    text(
      `Dữ liệu trong ${cluster} thuộc tài khoản khác (uid ${uid}).`,
      `The data in ${cluster} belongs to another account (uid ${uid}).`,
    ),
  );
}

function cannotBecome(owner: Owner): Error {
  return unusableMachine(
    text(
      `PostgreSQL không chạy dưới quyền root, và ở đây root không chuyển được sang uid ${owner?.uid}. Hãy chạy bằng một tài khoản thường.`,
      `PostgreSQL does not run as root, and root cannot become uid ${owner?.uid} here. Run the hub as an ordinary user.`,
    ),
  );
}

function closed(folder: string, where: string): Error {
  return unusableFolder(
    text(
      `PostgreSQL không chạy dưới quyền root; tài khoản thay thế không vào được ${folder} vì ${where} đóng với người khác.`,
      `PostgreSQL does not run as root; the account that runs it instead cannot enter ${folder}, since ${where} is closed to others.`,
    ),
  );
}
