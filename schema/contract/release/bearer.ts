import { HubError } from '../errors.js';
import { text } from '../text.js';
import { addressOf } from './address.js';
import { signWords, verifyWords } from './jws.js';
import type { PublicKeys, SigningKey } from './keys.js';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** A request as its sender signs it: a token is good for this one alone. */
export interface BoundRequest {
  readonly method: string;
  /** Path with its query string. */
  readonly path: string;
  /** Empty where the request has none. */
  readonly body: string;
}

/** For whom a token is, and when it is made. */
export interface BearerOptions {
  readonly key: SigningKey;
  /** The name of the registry. */
  readonly audience: string;
  readonly now?: Date;
}

/** Longest life of a token. Unit: seconds. */
export const BEARER_LIFETIME_S = 60;
/** How far the clocks of sender and registry may differ. Unit: seconds. */
export const CLOCK_TOLERANCE_S = 30;

const TYPE = 'lien-thong-bearer+jws';

const CLAIMS = z.strictObject({
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
  jti: z.uuid(),
  request: z.string(),
});

/** A token for one request to the registry. */
export function bearerFor(request: BoundRequest, { key, audience, now = new Date() }: BearerOptions): string {
  const iat = Math.floor(now.getTime() / 1_000);
  const claims = { aud: audience, iat, exp: iat + BEARER_LIFETIME_S, jti: randomUUID() };
  return signWords(JSON.stringify({ ...claims, request: bound(request) }), { key, type: TYPE });
}

/** Who sent a request. */
export interface Bearer {
  readonly kid: string;
  /** Names the token; each is good once. */
  readonly jti: string;
  /** Unit: seconds since 1970. */
  readonly exp: number;
  /** What it was made for; see `assertBound`. */
  readonly request: string;
}

/** By what a token is judged. */
export interface BearerTrust {
  readonly keys: PublicKeys;
  readonly audience: string;
  readonly now: Date;
}

/**
 * Verifies a token, before the body of its request is read; `assertBound` has to follow.
 *
 * @throws HubError UNAUTHENTICATED with a `reason`.
 */
export function verifyBearer(token: string, trust: BearerTrust): Bearer {
  const { words, kid } = trusted(token, trust.keys);
  const claims = CLAIMS.safeParse(JSON.parse(words));
  if (!claims.success) throw bearerRefused('INCOMPLETE');
  const { aud, iat, exp, jti, request } = claims.data;
  const now = trust.now.getTime() / 1_000;
  if (aud !== trust.audience) throw bearerRefused('OTHER_REGISTRY');
  if (now > exp + CLOCK_TOLERANCE_S) throw bearerRefused('EXPIRED');
  const isWrong = exp - iat > BEARER_LIFETIME_S || iat > now + CLOCK_TOLERANCE_S;
  if (isWrong) throw bearerRefused('WRONG_CLAIMS');
  return { kid, jti, exp, request };
}

/** Whether a token was made for this request. @throws HubError UNAUTHENTICATED */
export function assertBound(bearer: Bearer, request: BoundRequest): void {
  if (bearer.request !== bound(request)) throw bearerRefused('WRONG_CLAIMS');
}

function trusted(token: string, keys: PublicKeys): ReturnType<typeof verifyWords> {
  try {
    return verifyWords(token, { keys, type: TYPE });
  } catch {
    throw bearerRefused('UNTRUSTED');
  }
}

function bound({ method, path, body }: BoundRequest): string {
  return addressOf([method, path, addressOf(body)].join('\n'));
}

/** Why a token is refused. */
export type BearerRefusal =
  'UNTRUSTED' | 'INCOMPLETE' | 'EXPIRED' | 'WRONG_CLAIMS' | 'OTHER_REGISTRY' | 'MISSING' | 'USED';

/** The refusal of a token. */
export function bearerRefused(reason: BearerRefusal): HubError {
  return new HubError('UNAUTHENTICATED', reason === 'OTHER_REGISTRY' ? FOR_ANOTHER : NEEDED, { reason });
}

const NEEDED = text(
  'Yêu cầu gửi sổ đăng ký phải kèm mã do một khoá đã đăng ký ký cho chính yêu cầu đó.',
  'A request to the registry needs a token that a registered key signed for this one request.',
);
const FOR_ANOTHER = text(
  'Đây là sổ đăng ký khác với sổ mà bên gửi biết: hãy đối chiếu địa chỉ với tệp khoá và tên của sổ đăng ký.',
  'This is another registry than the sender knows: compare the address with the file of the registry’s name and keys.',
);
