import { newKey, readKeyFile, writeKeyFile, type SigningKey } from '../../../schema/contract/release/keys.js';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the keys of a hub in one process; only its owner can read it. */
export interface KeyFolder {
  /** The key of this name, which is made when it is asked for first. */
  key(name: string): SigningKey;
  /** Where it lies. */
  pathOf(name: string): string;
  /** Writes the public part of a key as a set, and tells where. */
  publicSet(name: string): string;
}

const OWNER_ONLY = 0o700;

/** Opens the folder, and makes it where it is missing. @throws HubError INVALID_INPUT for a key that others can read. */
export function openKeyFolder(folder: string): KeyFolder {
  mkdirSync(folder, { recursive: true, mode: OWNER_ONLY });
  const pathOf = (name: string): string => join(folder, `${name}.jwk`);
  const key = (name: string): SigningKey => {
    if (!existsSync(pathOf(name))) writeKeyFile(pathOf(name), newKey().privateJwk);
    return readKeyFile(pathOf(name));
  };
  return {
    key,
    pathOf,
    publicSet: (name) => {
      const path = join(folder, `${name}.public.jwks`);
      writeFileSync(path, JSON.stringify({ keys: [key(name).publicJwk] }));
      return path;
    },
  };
}
