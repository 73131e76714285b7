import { HubError } from '../errors.js';
import { text, type Text } from '../text.js';
import type { PublicKeys, SigningKey } from './keys.js';
import { createPublicKey, sign, verify } from 'node:crypto';
import { z } from 'zod';

/** Longest signed text; larger texts travel beside, by their addresses. Unit: characters. */
export const MAX_JWS_LENGTH = 65_536;

/** What words are signed with, and as what. */
export interface Signing {
  readonly key: SigningKey;
  /** Which sort of words it is, so that none passes for another. */
  readonly type: string;
}

/** Signs words as a compact JWS. Source: RFC 7515, RFC 8037. @throws HubError INVALID_STATEMENT when they are too long. */
export function signWords(words: string, { key, type }: Signing): string {
  const signed = `${encoded(JSON.stringify({ alg: 'EdDSA', typ: type, kid: key.kid }))}.${encoded(words)}`;
  const jws = `${signed}.${sign(null, Buffer.from(signed), key.key).toString('base64url')}`;
  if (jws.length > MAX_JWS_LENGTH) throw refused('TOO_LONG');
  return jws;
}

/** Which keys are trusted, and which sort of words is meant. */
export interface Trust {
  readonly keys: PublicKeys;
  readonly type: string;
}

/** Words with the key that signed them. */
export interface SignedWords {
  readonly words: string;
  readonly kid: string;
}

/**
 * The words of a compact JWS. Only Ed25519 counts, whatever the header asks for, and only the one canonical form, so
 * that no two texts are the same statement.
 *
 * @throws HubError INVALID_STATEMENT for another form or sort, UNTRUSTED_STATEMENT for an unknown key or a wrong
 * signature.
 */
export function verifyWords(jws: string, { keys, type }: Trust): SignedWords {
  if (jws.length > MAX_JWS_LENGTH) throw refused('TOO_LONG');
  const [header = '', words = '', signature = ''] = partsOf(jws);
  const { kid } = headerIn(header, type);
  const key = keys(kid);
  if (!key) throw refused('UNKNOWN_KEY');
  const publicKey = createPublicKey({ key, format: 'jwk' });
  const isTrue = verify(null, Buffer.from(`${header}.${words}`), publicKey, decoded(signature));
  if (!isTrue) throw refused('SIGNATURE');
  return { words: decoded(words).toString(), kid };
}

/** The key that a signed text names; not yet verified. @throws HubError INVALID_STATEMENT */
export function kidOf(jws: string, type: string): string {
  return headerIn(partsOf(jws)[0] ?? '', type).kid;
}

const FORM = /^[\w-]+\.[\w-]+\.[\w-]+$/;

function partsOf(jws: string): readonly string[] {
  if (!FORM.test(jws)) throw refused('FORM');
  const parts = jws.split('.');
  if (!parts.every((part) => decoded(part).toString('base64url') === part)) throw refused('FORM');
  return parts;
}

/** Nothing else may stand there: no embedded key, no address of one, no critical extension. */
const HEADER = z.strictObject({ alg: z.literal('EdDSA'), typ: z.string(), kid: z.string().min(1).max(100) });

function headerIn(header: string, type: string): z.infer<typeof HEADER> {
  const read = HEADER.safeParse(jsonOf(header));
  if (!read.success) throw refused('ALGORITHM');
  if (read.data.typ !== type) throw refused('TYPE');
  return read.data;
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(decoded(part).toString());
  } catch {
    return undefined;
  }
}

function encoded(words: string): string {
  return Buffer.from(words).toString('base64url');
}

function decoded(part: string): Buffer {
  return Buffer.from(part, 'base64url');
}

const REFUSALS = {
  TOO_LONG: ['INVALID_STATEMENT', text('Phát biểu quá dài.', 'The signed text is too long.')],
  FORM: ['INVALID_STATEMENT', text('Không phải JWS dạng gọn.', 'This is no compact JWS.')],
  ALGORITHM: [
    'INVALID_STATEMENT',
    text('Chỉ chấp nhận chữ ký EdDSA với alg, typ và kid.', 'Only EdDSA with alg, typ and kid is accepted.'),
  ],
  TYPE: ['INVALID_STATEMENT', text('Sai loại văn bản đã ký.', 'The signed text is of another sort.')],
  UNKNOWN_KEY: [
    'UNTRUSTED_STATEMENT',
    text('Không biết khoá đã ký.', 'The key that signed is not known here.'),
  ],
  SIGNATURE: ['UNTRUSTED_STATEMENT', text('Chữ ký sai.', 'The signature is wrong.')],
} as const satisfies Record<string, readonly ['INVALID_STATEMENT' | 'UNTRUSTED_STATEMENT', Text]>;

function refused(reason: keyof typeof REFUSALS): HubError {
  const [code, words] = REFUSALS[reason];
  return new HubError(code, words, { reason });
}
