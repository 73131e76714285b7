import { constants } from 'node:fs';
import { chmod, cp, lstat, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const PREFIX = 'postgres-programs-';

/**
 * A copy of a package's programs that every account may run, made once for each version.
 *
 * The copy of another version is removed. Only one process may do this in a folder at a time.
 */
export async function copyOf(native: string, into: string, onCopy?: () => void): Promise<string> {
  const name = `${PREFIX}${await versionOf(native)}`;
  const present = (await readdir(into)).filter((entry) => entry.startsWith(PREFIX));
  for (const old of present.filter((entry) => entry !== name)) await rm(join(into, old), { recursive: true });
  if (present.includes(name)) return join(into, name);
  onCopy?.();
  await copy(native, join(into, name));
  return join(into, name);
}

/** Whoever is stopped half-way leaves nothing that looks whole. */
async function copy(native: string, target: string): Promise<void> {
  const draft = `${target}.new`;
  await cp(native, draft, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (source) => !source.endsWith('.a'),
  });
  await openToAll(draft);
  await rename(draft, target);
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) await chmod(path, (await isExecutable(path)) ? 0o755 : 0o644);
  }
}

async function isExecutable(path: string): Promise<boolean> {
  const { mode } = await lstat(path);
  return (mode & constants.S_IXUSR) !== 0;
}

async function versionOf(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as Package;
  return version;
}

interface Package {
  readonly version: string;
}
