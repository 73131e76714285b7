import { chmod, mkdir, readdir, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Memory as a file system, which Linux has: what is written there waits for no disk. */
const MEMORY = '/dev/shm';
/** More than a run fills at any time. Unit: bytes. */
const ROOM = 3 * 1024 ** 3;
const NAME = 'lien-thong-run-';

/**
 * Makes a folder in which all temporary folders of this run lie, the test databases' too: in memory where there is room
 * and programs may run, else on the disk. What runs left that were killed is removed.
 */
export async function makeRunFolder() {
  const place = (await isRoomy(MEMORY)) ? MEMORY : tmpdir();
  await removeLeftovers(place);
  const folder = join(place, `${NAME}${process.pid}`);
  await mkdir(folder);
  // As everybody's folder is: tests also act as other accounts.
  await chmod(folder, 0o1777);
  process.env.TMPDIR = folder;
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function isRoomy(place) {
  try {
    const { bavail, bsize } = await statfs(place);
    return bavail * bsize > ROOM && (await runsPrograms(place));
  } catch {
    return false;
  }
}

async function runsPrograms(place) {
  const mounts = (await readFile('/proc/mounts', 'utf8')).split('\n').map((line) => line.split(' '));
  const [, , , options = 'noexec'] = mounts.findLast(([, where]) => where === place) ?? [];
  return !options.split(',').includes('noexec');
}

async function removeLeftovers(place) {
  for (const name of await readdir(place)) {
    if (name.startsWith(NAME) && !isOfAnother(Number(name.slice(NAME.length))))
      await rm(join(place, name), { recursive: true, force: true });
  }
}

/** Whether a run that goes on has this process id. */
function isOfAnother(pid) {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch ({ code }) {
    return code === 'EPERM';
  }
}
