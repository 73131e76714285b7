import { HubError } from '../../schema/contract/errors.js';
import { readKeyFile, type SigningKey } from '../../schema/contract/release/keys.js';
import { knownRegistryIn, type KnownRegistry } from '../../schema/contract/release/known-registry.js';
import { text, type Text } from '../../schema/contract/text.js';
import { readText } from '../files/read.js';

/** Largest set of keys. Unit: bytes. */
const MAX_BYTES = 262_144;

/**
 * The registry whose releases are accepted, from a JSON Web Key Set that names it.
 *
 * @throws HubError INVALID_SETTING when the file cannot be read, names no registry, or holds no Ed25519 key.
 */
export async function trustedRegistry(path: string): Promise<KnownRegistry> {
  const known = knownRegistryIn(await readText(path, { maxBytes: MAX_BYTES, refusal: wrongKeys }));
  if (!known) throw wrongKeys(NO_KEYS);
  return known;
}

/** The gateway's own key. @throws HubError INVALID_SETTING when the file is missing, holds none, or others may read it. */
export function ownKey(path: string): SigningKey {
  try {
    return readKeyFile(path);
  } catch (error) {
    throw error instanceof HubError ? wrong('REGISTRY_KEY_FILE', error.text) : error;
  }
}

const NO_KEYS = text(
  'cần một JSON Web Key Set có tên sổ đăng ký (registry) và ít nhất một khoá công khai Ed25519',
  'a JSON Web Key Set with the name of the registry (registry) and at least one public Ed25519 key is needed',
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
