import { createHmac, randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Owner } from './owner.js';

/** The random secret of one cluster, from which the password of every role follows. */
export type Secret = string;

/** The role that may do everything, used by the hub itself to set up databases alone. */
export const SUPERUSER = 'postgres';

/** Makes a secret. */
export function newSecret(): Secret {
  return randomBytes(32).toString('hex');
}

/** Writes the secret into its cluster, for `owner` alone to read, and waits until it is on the disk. */
export async function writeSecret(cluster: string, secret: Secret, owner: Owner): Promise<void> {
  const file = await open(fileIn(cluster), 'wx', 0o600);
  try {
    await file.writeFile(secret);
    if (owner) await file.chown(owner.uid, owner.gid);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Reads the secret of a cluster, `null` where it has none. */
export function readSecret(cluster: string): Promise<Secret | null> {
  return readFile(fileIn(cluster), 'utf8').catch(() => null);
}

/** The password of a role. */
export function passwordOf(secret: Secret, role: string): string {
  return createHmac('sha256', secret).update(role).digest('base64url');
}

function fileIn(cluster: string): string {
  return join(cluster, 'hub.secret');
}
