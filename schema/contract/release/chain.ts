import { HubError } from '../errors.js';
import { text } from '../text.js';
import { addressOf, type Address } from './address.js';
import { statementIn } from './sign.js';
import type { LogEntry } from './wire.js';

/** What stands before the first entry of a log. */
export const NO_ENTRY: Address = `sha256:${'0'.repeat(64)}`;

/** The hash of an entry: over all that it says and the hash of the one before. */
export function hashOf({ previous, seq, recordedAt, id }: Omit<LogEntry, 'hash' | 'kind' | 'jws'>): Address {
  return addressOf([previous, seq, recordedAt, id].join('\n'));
}

/** Where a log has come to. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: Address;
}

/** The end of a log without entries. */
export const CHAIN_START: ChainEnd = { seq: 0, hash: NO_ENTRY };

/**
 * Follows a part of a log: without gaps, each entry on the one before and each statement at its address. Signatures are
 * another matter, since keys come and go in the log itself.
 *
 * @throws HubError INVALID_STATEMENT that names the first entry that is not right.
 */
export function followChain(entries: Iterable<LogEntry>, from: ChainEnd = CHAIN_START): ChainEnd {
  let end = from;
  for (const entry of entries) {
    if (!continues(end, entry)) throw broken(entry.seq);
    end = { seq: entry.seq, hash: entry.hash };
  }
  return end;
}

function continues(end: ChainEnd, entry: LogEntry): boolean {
  return (
    entry.seq === end.seq + 1 &&
    entry.previous === end.hash &&
    entry.id === addressOf(entry.jws) &&
    entry.kind === statementIn(entry.jws).kind &&
    entry.hash === hashOf(entry)
  );
}

function broken(seq: number): HubError {
  return new HubError(
    'INVALID_STATEMENT',
    text(`Nhật ký bị đứt hoặc bị sửa tại mục ${seq}.`, `The log is broken or was altered at entry ${seq}.`),
    { reason: 'CHAIN', seq },
  );
}
