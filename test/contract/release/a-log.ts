import { addressOf } from '../../../schema/contract/release/address.js';
import { CHAIN_START, hashOf, type ChainEnd } from '../../../schema/contract/release/chain.js';
import type { SigningKey } from '../../../schema/contract/release/keys.js';
import { signStatement } from '../../../schema/contract/release/sign.js';
import type { Statement } from '../../../schema/contract/release/statements.js';
import type { LogEntry } from '../../../schema/contract/release/wire.js';

/** These statements as the entries of a log behind a given end, all signed by one key. */
export async function aLog(
  statements: readonly Statement[],
  key: SigningKey,
  from: ChainEnd = CHAIN_START,
): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = [];
  for (const statement of statements) {
    const jws = await signStatement(statement, key);
    const { seq, hash: previous } = entries.at(-1) ?? from;
    const entry = {
      seq: seq + 1,
      id: addressOf(jws),
      kind: statement.kind,
      jws,
      recordedAt: statement.at,
      previous,
    };
    entries.push({ ...entry, hash: hashOf(entry) });
  }
  return entries;
}
