import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

let drafts = 0;

/**
 * Puts a text in a file so that at every moment, also after a power cut, the file is there whole: the former one or the
 * newer one. Several processes may do so at once.
 */
export async function putFile(path: string, text: string): Promise<void> {
  drafts += 1;
  const draft = `${path}.${process.pid}.${drafts}.new`;
  try {
    await writeThrough(draft, text);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', OWNER_ONLY);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A renamed file is safe when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const OWNER_ONLY = 0o600;
