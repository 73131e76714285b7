import { ADDRESS } from './address.js';
import { signWords, verifyWords } from './jws.js';
import type { PublicKeys, SigningKey } from './keys.js';
import { INSTANT } from './terms.js';
import { z } from 'zod';

const TYPE = 'lien-thong-head+jws';

const HEAD = z.strictObject({ name: z.string(), seq: z.int(), hash: ADDRESS, at: INSTANT });

/** Where a registry's log had come to at an instant: whoever keeps it can prove later that nothing was taken back. */
export type Head = z.infer<typeof HEAD>;

/** Signs the head of a log. */
export function signHead(head: Head, key: SigningKey): string {
  return signWords(JSON.stringify(head), { key, type: TYPE });
}

/** Reads a signed head. @throws HubError INVALID_STATEMENT, UNTRUSTED_STATEMENT */
export function verifyHead(jws: string, keys: PublicKeys): Head {
  return HEAD.parse(JSON.parse(verifyWords(jws, { keys, type: TYPE }).words));
}
