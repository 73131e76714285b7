import type { Caller } from '../../schema/contract/caller.js';
import { hash } from 'node:crypto';

/** Whose budget an operation is taken from. */
export interface Asker {
  readonly caller: Caller;
  /** Address of the client. */
  readonly address?: string;
}

const known = new WeakMap<Caller, string | null>();

/**
 * The name under which a caller is counted: the subject or else the client of its verified token, or the address where
 * the token names nobody or there is none. It is a digest, so that a shared store learns nothing of persons.
 */
export function keyOf({ caller, address = '' }: Asker): string {
  return namedBy(caller) ?? digest('address', address);
}

/** The same name, where there is one that tells a caller from others: an anonymous one has none without its address. */
export function distinctKeyOf({
  caller,
  address,
}: {
  caller: Caller;
  address?: () => string;
}): string | undefined {
  return namedBy(caller) ?? (address && digest('address', address()));
}

function namedBy(caller: Caller): string | null {
  const found = known.get(caller);
  if (found !== undefined) return found;
  const key = keyFrom(caller);
  known.set(caller, key);
  return key;
}

function keyFrom({ isAuthenticated, claims }: Caller): string | null {
  if (!isAuthenticated) return null;
  for (const claim of ['sub', 'client_id', 'azp']) {
    const name = claims[claim];
    if (typeof name === 'string' && name !== '') return digest(claim, String(claims['iss']), name);
  }
  return null;
}

/** JSON, so that no two lists of words are written alike. */
function digest(...words: readonly string[]): string {
  return hash('sha256', JSON.stringify(words), 'base64url');
}
