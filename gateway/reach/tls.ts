import { HubError } from '../../schema/contract/errors.js';
import { text } from '../../schema/contract/text.js';
import type { ReachSettings } from './settings.js';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** How a subgraph's server must show who it is; whatever the environment of the process says. */
export interface TlsRules {
  readonly minVersion: 'TLSv1.2';
  readonly rejectUnauthorized: true;
  /** Certificates (PEM) of those who may vouch for it; unless given, those whom Node trusts. */
  readonly ca: string | undefined;
}

/**
 * The rules for all connections by TLS to subgraphs.
 *
 * @throws HubError INVALID_SETTING when the file of certificates holds none.
 */
export function tlsRules({ SUBGRAPH_CA_FILE: path }: ReachSettings): TlsRules {
  const ca = path === undefined ? undefined : certificatesIn(path);
  return { minVersion: 'TLSv1.2', rejectUnauthorized: true, ca };
}

function certificatesIn(path: string): string {
  try {
    const pem = readFileSync(path, 'utf8');
    requireCertificate(pem);
    return pem;
  } catch {
    throw new HubError(
      'INVALID_SETTING',
      text(
        'Thiết lập SUBGRAPH_CA_FILE không hợp lệ: cần một tệp chứng thư dạng PEM đọc được; xem docs/settings.md.',
        'Setting SUBGRAPH_CA_FILE is wrong: it needs a readable file of certificates as PEM; see docs/settings.md.',
      ),
      { setting: 'SUBGRAPH_CA_FILE' },
    );
  }
}

/** @throws what OpenSSL says of a text that is none. */
function requireCertificate(pem: string): X509Certificate {
  return new X509Certificate(pem);
}
