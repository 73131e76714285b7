import { newKey, signingKey } from '../../../schema/contract/release/keys.js';
import type { StatementOf } from '../../../schema/contract/release/statements.js';

/** A key that signs. */
export function aKey() {
  return signingKey(newKey().privateJwk);
}

/** A statement as an agency makes it. */
export function aStatement(by = 'union'): StatementOf<'CHANNEL_MADE'> {
  return {
    kind: 'CHANNEL_MADE',
    by,
    registry: 'a-test',
    at: '2026-01-02T03:04:05.000Z',
    nonce: 'a-nonce-of-a-test',
    channel: 'staging',
    description: 'for trying out',
  };
}
