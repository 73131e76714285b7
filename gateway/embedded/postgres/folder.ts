import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { projectPath } from '../../../schema/contract/project.js';
import { text } from '../../../schema/contract/text.js';
import { systemCode, unusableFolder } from './failure.js';
import { canEnter, isRoot, ownerOf } from './owner.js';

/** Where everything lies in the data folder of a hub. */
export interface DataFolder {
  readonly root: string;
  /** Held while a hub runs. */
  readonly lock: string;
  /** The data of the server, complete whenever it exists. */
  readonly cluster: string;
  /** Holds a cluster that is being created. */
  readonly draft: string;
}

const OPEN_TO_PASS = 0o711;
const PRIVATE = 0o700;

/** Opens the data folder, and creates it where it is missing. @throws HubError INVALID_SETTING when that fails. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  try {
    const created = await makeFolder(resolve(path));
    if (created) await setModes(resolve(path), created);
    const folder = layout(await realpath(path));
    if (isRoot()) await letPass(folder);
    return folder;
  } catch (error) {
    throw notOpened(path, systemCode(error));
  }
}

/**
 * Makes a folder and those above it that are missing; answers with the first made. Step by step, since a recursive
 * `mkdir` never ends where a folder exists and takes no new ones, such as `/proc`.
 */
async function makeFolder(folder: string): Promise<string | undefined> {
  if (existsSync(folder)) return undefined;
  const above = await makeFolder(dirname(folder));
  await mkdir(folder);
  return above ?? folder;
}

/**
 * The data folder where no setting names one: `data` in the project, or for root, whose project the server's account
 * cannot enter, a folder of its own in `/var/lib`.
 */
export async function defaultDataFolder(project: string = projectPath()): Promise<string> {
  const usual = layout(join(project, 'data'));
  const owner = isRoot() ? await ownerOf(usual.cluster) : undefined;
  if (!owner || (await canEnter(owner, existsSync(usual.root) ? usual.root : project))) return usual.root;
  const name = createHash('sha256').update(project).digest('hex').slice(0, 8);
  return `/var/lib/lien-thong-${name}`;
}

function layout(root: string): DataFolder {
  return {
    root,
    lock: join(root, 'hub.lock'),
    cluster: join(root, 'postgres'),
    draft: join(root, 'postgres.new'),
  };
}

/** The mask of the process must not close what the server's account has to pass through. */
async function setModes(folder: string, created: string): Promise<void> {
  await chmod(folder, isRoot() ? OPEN_TO_PASS : PRIVATE);
  if (isRoot() && folder !== created) await setModes(dirname(folder), created);
}

/** Lets others pass through the folder itself, without listing it, where it is new or the hub's own. */
async function letPass({ root, lock }: DataFolder): Promise<void> {
  const isOurs = existsSync(lock) || (await readdir(root)).length === 0;
  const { mode } = await stat(root);
  if (isOurs) await chmod(root, mode | 0o011);
}

function notOpened(path: string, code: string): Error {
  return unusableFolder(
    text(
      `Không mở hoặc không tạo được thư mục dữ liệu ${path} (${code}).`,
      `The data folder ${path} cannot be opened or created (${code}).`,
    ),
  );
}
