import { HubError } from '../../schema/contract/errors.js';
import {
  publicKeysOf,
  readKeyFile,
  type PublicKeys,
  type SigningKey,
} from '../../schema/contract/release/keys.js';
import { PUBLIC_JWK } from '../../schema/contract/release/terms.js';
import { text, type Text } from '../../schema/contract/text.js';
import { readText } from '../files/read.js';
import { z } from 'zod';

/** Largest set of keys. Unit: bytes. */
const MAX_BYTES = 262_144;

const KEY_SET = z.object({ keys: z.array(z.unknown()).min(1) });

/**
 * The keys in a JSON Web Key Set whose releases are accepted; keys of other kinds in it count for nothing.
 *
 * @throws HubError INVALID_SETTING when the file cannot be read, or holds no Ed25519 key.
 */
export async function trustedKeys(path: string): Promise<PublicKeys> {
  const json = await readText(path, { maxBytes: MAX_BYTES, refusal: wrongKeys });
  const keys = keysIn(json);
  if (keys.length === 0) throw wrongKeys(NO_KEYS);
  return publicKeysOf(keys);
}

/** The gateway's own key. @throws HubError INVALID_SETTING when the file is missing, holds none, or others may read it. */
export function ownKey(path: string): SigningKey {
  try {
    return readKeyFile(path);
  } catch (error) {
    throw error instanceof HubError ? wrong('REGISTRY_KEY_FILE', error.text) : error;
  }
}

function keysIn(json: string): readonly z.infer<typeof PUBLIC_JWK>[] {
  const set = KEY_SET.safeParse(jsonOf(json));
  return (set.data?.keys ?? []).flatMap((key) => PUBLIC_JWK.safeParse(key).data ?? []);
}

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const NO_KEYS = text(
  'cần một JSON Web Key Set có ít nhất một khoá công khai Ed25519',
  'a JSON Web Key Set with at least one public Ed25519 key is needed',
);

function wrongKeys(rule: Text): HubError {
  return wrong('REGISTRY_KEYS_FILE', rule);
}

function wrong(setting: string, rule: Text): HubError {
  return new HubError(
    'INVALID_SETTING',
    text(
      `Thiết lập ${setting} không hợp lệ: ${rule.vi}; xem docs/settings.md.`,
      `Setting ${setting} is wrong: ${rule.en}; see docs/settings.md.`,
    ),
    { setting },
  );
}
