import { HubError } from '../../schema/contract/errors.js';
import { readSettings, type Environment } from '../../schema/contract/settings.js';
import { text } from '../../schema/contract/text.js';
import { nameOfDigest, nameOfId } from '../../schema/contract/token/revocation.js';
import type { Revoked } from './revoked-list.js';
import { FLEET_SETTINGS, type FleetSettings } from './settings.js';
import { parseArgs } from 'node:util';

/** Settings of the command that revokes a token: Redis is needed. */
const REVOKE_SETTINGS = { ...FLEET_SETTINGS, REDIS_URL: FLEET_SETTINGS.REDIS_URL.unwrap() };

/** The values of {@link REVOKE_SETTINGS}. */
export type RevokeSettings = FleetSettings & { readonly REDIS_URL: string };

/** @throws HubError INVALID_SETTING when REDIS_URL is missing, or a setting is wrong. */
export function revokeSettings(environment: Environment): RevokeSettings {
  return readSettings(REVOKE_SETTINGS, environment);
}

const OPTIONS = {
  jti: { type: 'string' },
  sha256: { type: 'string' },
  exp: { type: 'string' },
} as const;

const USAGE = 'npm run revoke -- (--jti ID | --sha256 HEX) --exp SECONDS';
const HEX = /^[0-9a-f]{64}$/i;
const SECONDS = /^\d{1,11}$/;
/** Longest `jti`. Unit: characters. */
const MAX_ID = 1_024;

/**
 * The token that the arguments of the command name.
 *
 * @param now the present instant; tests fix it. Unit: milliseconds.
 * @throws HubError INVALID_SETTING that says what is wrong with the arguments.
 */
export function tokenNamedBy(args: readonly string[], now: () => number = Date.now): Revoked {
  const { jti, sha256, exp = '' } = valuesIn(args);
  if (!SECONDS.test(exp) || Number(exp) * 1_000 <= now()) throw wrongArguments(EXP_NEEDED);
  const name = nameFor(jti, sha256);
  if (name === null) throw wrongArguments(NAME_NEEDED);
  return { name, exp: Number(exp) };
}

function nameFor(jti: string | undefined, sha256: string | undefined): string | null {
  if (jti !== undefined && sha256 !== undefined) return null;
  if (jti) return jti.length <= MAX_ID ? nameOfId(jti) : null;
  return sha256 && HEX.test(sha256) ? nameOfDigest(sha256) : null;
}

const EXP_NEEDED = text(
  '--exp cần thời điểm hết hạn (exp) của mã xác thực, tính bằng giây từ 1970 và chưa qua',
  '--exp needs the time at which the token expires (exp), in seconds since 1970 and not yet past',
);
const NAME_NEEDED = text(
  'cần đúng một trong hai: --jti với mã định danh (jti), hoặc --sha256 với 64 chữ số hex',
  'exactly one is needed: --jti with the id (jti) of the token, or --sha256 with 64 hex digits',
);

function valuesIn(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch {
    throw wrongArguments(text('có tham số lạ hoặc thiếu giá trị', 'one is unknown, or has no value'));
  }
}

/** What was given is not repeated: it may be a token. */
function wrongArguments({ vi, en }: ReturnType<typeof text>): HubError {
  return new HubError(
    'INVALID_SETTING',
    text(`Tham số sai: ${vi}. Cách dùng: ${USAGE}`, `Wrong arguments: ${en}. Usage: ${USAGE}`),
    { setting: 'arguments' },
  );
}
