import { HubError } from '../../contract/errors.js';
import { thumbprint, type PublicKeys } from '../../contract/release/keys.js';
import { readSigned, statementIn } from '../../contract/release/sign.js';
import type { LogEntry } from '../../contract/release/wire.js';
import { text } from '../../contract/text.js';
import type { RegistryState } from './state.js';

/**
 * Whether an entry was signed for this registry by whom it names, with a key that was known and not revoked just then.
 * Whoever rules the database can add to a log, but not sign.
 *
 * @param state what the log said before the entry
 * @throws HubError INVALID_STATEMENT, UNTRUSTED_STATEMENT
 */
export function assertGenuine(state: Pick<RegistryState, 'keys' | 'name'>, { seq, jws }: LogEntry): void {
  const { kid, statement } = readSigned(jws, keysAt(state, jws));
  const isTheirs = state.keys.get(kid)?.owner === statement.by && statement.registry === state.name;
  if (statement.kind === 'FOUNDED' ? seq === 1 : isTheirs) return;
  throw new HubError(
    'INVALID_STATEMENT',
    text(
      `Mục ${seq} của nhật ký không do người nêu tên ký cho sổ đăng ký này.`,
      `Entry ${seq} of the log was not signed by whom it names, for this registry.`,
    ),
    { reason: 'CHAIN', seq },
  );
}

/** The first entry brings the key with which it is signed. */
function keysAt({ keys }: Pick<RegistryState, 'keys'>, jws: string): PublicKeys {
  return (kid) => {
    const known = keys.get(kid);
    if (known) return known.revokedAt === undefined ? known.publicJwk : undefined;
    const statement = keys.size === 0 ? statementIn(jws) : undefined;
    if (statement?.kind !== 'FOUNDED') return undefined;
    return thumbprint(statement.registryKey) === kid ? statement.registryKey : undefined;
  };
}
