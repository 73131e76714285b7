import type { Caller } from '../../schema/contract/caller.js';
import type { SaidClient } from '../../schema/contract/serve.js';
import type { UsageSettings } from './settings.js';

/** A client by its name, and by whom it is named. */
export type ClientNamed = SaidClient;

/** A program that asks, as use is recorded. */
export interface ClientUsed {
  readonly name: string;
  readonly version?: string;
  /** Whether a verified token or the operator's list of documents names it; else it is what it said of itself. */
  readonly isVerified: boolean;
}

/** Stands for a program of which nobody says what it is. */
const UNKNOWN: ClientUsed = { name: 'unknown', isVerified: false };

/** Longest name that is recorded. Unit: characters. */
const MAX_NAME = 100;

/**
 * Makes what tells which program asks: the one that the operator's list of documents names for the document, or that the
 * verified token names, or that says so itself. Never a person: only claims that the operator names are looked at.
 */
export function clientsBy(
  settings: Pick<UsageSettings, 'USAGE_CLIENT_CLAIMS' | 'USAGE_VERSION_CLAIM'>,
): (caller: Caller, said?: ClientNamed) => ClientUsed {
  const known = new WeakMap<Caller, ClientUsed | null>();
  const ofToken = (caller: Caller): ClientUsed | null => {
    const found = known.get(caller);
    if (found !== undefined) return found;
    const named = namedBy(caller, settings);
    known.set(caller, named);
    return named;
  };
  return (caller, said) => {
    if (said?.isRegistered) return usedAs(said, true);
    return ofToken(caller) ?? (said ? usedAs(said, false) : UNKNOWN);
  };
}

function namedBy(
  { claims }: Caller,
  {
    USAGE_CLIENT_CLAIMS,
    USAGE_VERSION_CLAIM,
  }: Pick<UsageSettings, 'USAGE_CLIENT_CLAIMS' | 'USAGE_VERSION_CLAIM'>,
): ClientUsed | null {
  const name = USAGE_CLIENT_CLAIMS.map((claim) => wordIn(claims[claim])).find((word) => word !== undefined);
  if (name === undefined) return null;
  return usedAs({ name, version: wordIn(claims[USAGE_VERSION_CLAIM]) }, true);
}

function usedAs({ name, version }: Pick<ClientNamed, 'name' | 'version'>, isVerified: boolean): ClientUsed {
  return { name, ...(version !== undefined && { version }), isVerified };
}

function wordIn(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' && claim.length <= MAX_NAME ? claim : undefined;
}
