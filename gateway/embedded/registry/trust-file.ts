import type { PublicJwk } from '../../../schema/contract/release/keys.js';
import { knownRegistryIn } from '../../../schema/contract/release/known-registry.js';
import { putFile } from '../../release/atomic.js';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** Begins the names of all registries within a hub's process. */
const NAMES_BEGIN = 'lien-thong-mot-tien-trinh';
/** Unit: bytes. */
const OWN_BYTES = 8;

/**
 * Says in a file who the hub's registry is, and tells its name: one that no other hub's has, so that what is signed for one
 * counts at no other. It is made before the registry is founded by it, and stays the one that the file says.
 */
export async function ownTrustFile(path: string, key: PublicJwk): Promise<string> {
  const known = existsSync(path) ? knownRegistryIn(readFileSync(path, 'utf8')) : undefined;
  const registry = known?.name ?? `${NAMES_BEGIN}-${randomBytes(OWN_BYTES).toString('hex')}`;
  await putFile(path, JSON.stringify({ registry, keys: [key] }));
  return registry;
}
