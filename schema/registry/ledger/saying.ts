import type { SigningKey } from '../../contract/release/keys.js';
import { signStatement, type Signed } from '../../contract/release/sign.js';
import { addressOf } from '../../contract/release/address.js';
import { saidBy, type Unsaid } from '../../contract/release/unsaid.js';

/** Who signs, and for which registry. */
export interface Own {
  readonly key: SigningKey;
  /** The name of the registry. */
  readonly registry: string;
}

/** Signs statements in the registry's own name. */
export function sayingWith({ key, registry }: Own): (statement: Unsaid) => Promise<Signed> {
  return async (said) => {
    const statement = saidBy({ by: 'REGISTRY', registry }, said);
    const jws = await signStatement(statement, key);
    return { id: addressOf(jws), jws, kid: key.kid, statement };
  };
}
