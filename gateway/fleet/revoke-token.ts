import { HubError } from '../../schema/contract/errors.js';
import { text } from '../../schema/contract/text.js';
import { Link } from './link.js';
import { namesWith } from './names.js';
import { revoke, type Revoked } from './revoked-list.js';
import type { RevokeSettings } from './revoke-arguments.js';

/**
 * Revokes a token at all gateways that share a Redis server.
 *
 * @throws HubError REVOCATION_FAILED when the server is away, refuses, or has no room.
 */
export async function revokeToken(token: Revoked, settings: RevokeSettings): Promise<void> {
  const { REDIS_URL: url, REDIS_PREFIX: prefix, REDIS_TIMEOUT_MS: timeoutMs } = settings;
  const link = new Link({ url, timeoutMs, prove: (client) => client.ping(), onChange: () => undefined });
  try {
    await link.open();
    const isKept = await link
      .run((client) => revoke(client, namesWith(prefix), token))
      .catch(() => {
        throw away();
      });
    if (!isKept) throw full();
  } finally {
    link.close();
  }
}

function away(): HubError {
  return new HubError(
    'REVOCATION_FAILED',
    text(
      'Chưa thu hồi được mã xác thực: máy chủ Redis ở REDIS_URL không trả lời hoặc từ chối. Hãy chạy lại.',
      'The token is not revoked: the Redis server at REDIS_URL does not answer, or refuses. Run this again.',
    ),
  );
}

function full(): HubError {
  return new HubError(
    'REVOCATION_FAILED',
    text(
      'Chưa thu hồi được mã xác thực: đã có quá nhiều mã bị thu hồi. Hãy đổi khoá ký mã ở nơi cấp.',
      'The token is not revoked: too many are already. Change the key with which the issuer signs.',
    ),
  );
}
