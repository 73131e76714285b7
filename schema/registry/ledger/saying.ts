import { randomBytes } from 'node:crypto';
import type { SigningKey } from '../../contract/release/keys.js';
import { signStatement, type Signed } from '../../contract/release/sign.js';
import { addressOf } from '../../contract/release/address.js';
import type { Unsaid } from '../deciding/deciding.js';

/** Signs statements in the registry's own name. */
export function sayingWith(key: SigningKey, now: () => Date): (statement: Unsaid) => Promise<Signed> {
  return async (said) => {
    const nonce = randomBytes(NONCE_BYTES).toString('base64url');
    const statement = { ...said, by: 'REGISTRY' as const, at: now().toISOString(), nonce };
    const jws = await signStatement(statement, key);
    return { id: addressOf(jws), jws, kid: key.kid, statement };
  };
}

const NONCE_BYTES = 18;
