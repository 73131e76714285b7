import { HubError } from '../../../schema/contract/errors.js';
import { text, type Text } from '../../../schema/contract/text.js';
import type { HubSettings } from '../settings.js';
import { isLoopback } from './loopback.js';

/** What processes for development say of themselves. */
const DEVELOPMENT: readonly (string | undefined)[] = ['development', 'test'];

interface Rule {
  readonly isBroken: (settings: HubSettings) => boolean;
  readonly reason: (settings: HubSettings) => Text;
}

const RULES: readonly Rule[] = [
  {
    isBroken: ({ NODE_ENV }) => !DEVELOPMENT.includes(NODE_ENV),
    reason: () =>
      text(
        `NODE_ENV không phải là development hay test (npm start tự đặt production); hãy dùng npm run trial để thử`,
        `NODE_ENV is neither development nor test (npm start sets production by itself); use npm run trial for trying out`,
      ),
  },
  {
    isBroken: ({ HOST }) => !isLoopback(HOST),
    reason: ({ HOST }) =>
      text(
        `HOST hiện là "${HOST}", nên máy khác cũng tới được; chỉ dùng 127.0.0.1, ::1 hoặc localhost`,
        `HOST is "${HOST}", which other machines reach; only 127.0.0.1, ::1 or localhost will do`,
      ),
  },
  {
    isBroken: ({ TRUSTED_PROXIES, CORS_ORIGINS }) => Boolean(TRUSTED_PROXIES?.length || CORS_ORIGINS?.length),
    reason: () =>
      text(
        'hệ thống được đặt sau máy trung gian hoặc cho trang khác gọi (TRUSTED_PROXIES, CORS_ORIGINS)',
        'the hub stands behind a proxy, or pages of others may ask it (TRUSTED_PROXIES, CORS_ORIGINS)',
      ),
  },
  {
    isBroken: ({ JWKS_URL, JWT_ISSUER, JWT_AUDIENCE }) => Boolean(JWKS_URL ?? JWT_ISSUER ?? JWT_AUDIENCE),
    reason: () =>
      text(
        'hệ thống đã được đặt một nơi cấp mã khác (JWKS_URL, JWT_ISSUER, JWT_AUDIENCE)',
        'the hub was told to trust another issuer (JWKS_URL, JWT_ISSUER, JWT_AUDIENCE)',
      ),
  },
];

/** Trial tokens let anybody on the machine act in any office. @throws HubError INVALID_SETTING unless that does no harm. */
export function requireTrialPermitted(settings: HubSettings): void {
  const broken = RULES.find(({ isBroken }) => isBroken(settings));
  if (!broken) return;
  const { vi, en } = broken.reason(settings);
  throw new HubError(
    'INVALID_SETTING',
    text(
      `Không được đặt TRIAL_TOKENS=true: ${vi}. Mã dùng thử chỉ dành cho phát triển; xem docs/settings.md.`,
      `TRIAL_TOKENS=true is refused: ${en}. Trial tokens are for development only; see docs/settings.md.`,
    ),
    { setting: 'TRIAL_TOKENS' },
  );
}
