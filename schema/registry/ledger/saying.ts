import type { SigningKey } from '../../contract/release/keys.js';
import { signStatement, type Signed } from '../../contract/release/sign.js';
import { addressOf } from '../../contract/release/address.js';
import { saidBy, type Unsaid } from '../../contract/release/unsaid.js';

/** Signs statements in the registry's own name. */
export function sayingWith(key: SigningKey, now: () => Date): (statement: Unsaid) => Promise<Signed> {
  return async (said) => {
    const statement = saidBy('REGISTRY', said, now());
    const jws = await signStatement(statement, key);
    return { id: addressOf(jws), jws, kid: key.kid, statement };
  };
}
