import { HubError } from '../errors.js';
import { text } from '../text.js';
import { addressOf, type Address } from './address.js';
import { kidOf, signWords, verifyWords } from './jws.js';
import type { PublicKeys, SigningKey } from './keys.js';
import { STATEMENT, type Statement, type StatementKind, type StatementOf } from './statements.js';
import { z } from 'zod';

/** A statement that was signed, and by which key. */
export interface Signed<Kind extends StatementKind = StatementKind> {
  /** The address of the signed text. */
  readonly id: Address;
  readonly jws: string;
  readonly kid: string;
  readonly statement: StatementOf<Kind>;
}

/** The type of a signed statement. */
const TYPE = 'lien-thong+jws';

/** Signs a statement. @throws HubError INVALID_STATEMENT for one that nobody would accept. */
export async function signStatement(statement: Statement, key: SigningKey): Promise<string> {
  return signWords(JSON.stringify(readStatement(statement)), { key, type: TYPE });
}

/**
 * Reads a signed statement.
 *
 * @throws HubError INVALID_STATEMENT for what is no statement, UNTRUSTED_STATEMENT when none of the keys made the
 * signature.
 */
export async function verifyStatement(jws: string, keys: PublicKeys): Promise<Signed> {
  return readSigned(jws, keys);
}

/** Reads a signed statement, as `verifyStatement` does, at once. */
export function readSigned(jws: string, keys: PublicKeys): Signed {
  const { words, kid } = verifyWords(jws, { keys, type: TYPE });
  return { id: addressOf(jws), jws, kid, statement: readStatement(jsonOf(words)) };
}

/** The key that a signed statement names. @throws HubError INVALID_STATEMENT for what is no signed statement. */
export function signerOf(jws: string): string {
  return kidOf(jws, TYPE);
}

/** What a signed statement says, without a look at who signed it: for logs that were verified before. */
export function statementIn(jws: string): Statement {
  const [, words = ''] = jws.split('.');
  return readStatement(jsonOf(Buffer.from(words, 'base64url').toString()));
}

function jsonOf(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}

function readStatement(said: unknown): Statement {
  const read = STATEMENT.safeParse(said);
  if (read.success) return read.data;
  const rule = z.prettifyError(read.error);
  throw new HubError(
    'INVALID_STATEMENT',
    text(`Phát biểu không hợp lệ: ${rule}`, `The statement is wrong: ${rule}`),
    { reason: 'CONTENT' },
  );
}
