import { publicKeysOf, type PublicKeys } from './keys.js';
import { PUBLIC_JWK, REGISTRY_NAME } from './terms.js';
import { z } from 'zod';

/**
 * A registry as those who rely on it know it from elsewhere: never from what answers at its address, which may be another
 * registry, or somebody in between.
 */
export interface KnownRegistry {
  /** What every statement made for it says, so that no other registry takes it. */
  readonly name: string;
  /** The keys with which it signs. */
  readonly keys: PublicKeys;
}

const FILE = z.object({ registry: REGISTRY_NAME, keys: z.array(z.unknown()) });

/**
 * Reads what is known of a registry: a JSON Web Key Set with its name as `registry`. Keys of other kinds in it count for
 * nothing.
 *
 * @returns nothing where there is no name, or no Ed25519 key. Source: RFC 7517, RFC 8037.
 */
export function knownRegistryIn(written: string): KnownRegistry | undefined {
  const { data } = FILE.safeParse(jsonOf(written));
  const keys = (data?.keys ?? []).flatMap((key) => PUBLIC_JWK.safeParse(key).data ?? []);
  return data && keys.length > 0 ? { name: data.registry, keys: publicKeysOf(keys) } : undefined;
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
