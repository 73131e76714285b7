import { HubError } from '../../../contract/errors.js';
import { addressOf } from '../../../contract/release/address.js';
import { CHAIN_START, followChain } from '../../../contract/release/chain.js';
import { verifyHead } from '../../../contract/release/head.js';
import type { KnownRegistry } from '../../../contract/release/known-registry.js';
import { readSigned, statementIn } from '../../../contract/release/sign.js';
import type { LogEntry } from '../../../contract/release/wire.js';
import { text, type Text } from '../../../contract/text.js';
import { folded } from '../../state/fold.js';
import { validKeys } from '../../state/questions.js';
import { EMPTY, type RegistryState } from '../../state/state.js';
import type { Archive } from './archive.js';
import { namedTexts } from './named-texts.js';

/** By what an archive is judged. */
export interface ArchiveTrust {
  /** The registry whose log it is, known from elsewhere than the archive. */
  readonly registry: KnownRegistry;
  /** The log that the archive continues; nothing when it begins with the first entry. */
  readonly state?: RegistryState;
}

/** Why an archive is refused. */
export type ArchiveRefusal = 'CHAIN' | 'HEAD' | 'REGISTRY' | 'SIGNATURE' | 'TEXT_MISSING' | 'TEXT_ALTERED';

/**
 * Verifies all of an archive: that its chain has no gap, comes to what the registry signed as its head, that each
 * statement was signed by a key that counted then, and that each text is there and is the one that was signed.
 *
 * @returns the state that its log comes to
 * @throws HubError RELEASE_REFUSED with an {@link ArchiveRefusal} as `reason`.
 */
export async function verifyArchive(
  archive: Archive,
  { registry, state = EMPTY }: ArchiveTrust,
): Promise<RegistryState> {
  const end = chainEnd(archive, state);
  const head = trusting(() => verifyHead(archive.head, registry.keys), 'HEAD');
  if (head.name !== registry.name) throw archiveRefused('REGISTRY');
  if (head.seq !== end.seq || head.hash !== end.hash) throw archiveRefused('HEAD');
  verifyTexts(archive);
  return verifiedState(archive.entries, { registry, state });
}

function chainEnd({ entries }: Archive, { end }: RegistryState) {
  try {
    return followChain(entries, end.seq === 0 ? CHAIN_START : end);
  } catch (error) {
    throw error instanceof HubError ? archiveRefused('CHAIN') : error;
  }
}

function verifyTexts({ entries, texts }: Archive): void {
  for (const [address, words] of Object.entries(texts))
    if (addressOf(words) !== address) throw archiveRefused('TEXT_ALTERED');
  if (namedTexts(entries).some((address) => texts[address] === undefined))
    throw archiveRefused('TEXT_MISSING');
}

function verifiedState(
  entries: readonly LogEntry[],
  { registry, state }: Required<ArchiveTrust>,
): RegistryState {
  return folded(state, entries, (before, { jws, recordedAt }) => {
    const { kind, registry: name } = statementIn(jws);
    if (name !== registry.name) throw archiveRefused('REGISTRY');
    const known = kind === 'FOUNDED' ? registry.keys : validKeys(before, new Date(recordedAt));
    trusting(() => readSigned(jws, known), 'SIGNATURE');
  });
}

function trusting<Result>(work: () => Result, reason: ArchiveRefusal): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof HubError ? archiveRefused(reason) : error;
  }
}

const REASONS: Readonly<Record<ArchiveRefusal, Text>> = {
  CHAIN: text('nhật ký bị thiếu hoặc bị sửa', 'the log has a gap or was altered'),
  HEAD: text(
    'phần cuối của nhật ký không phải điều mà sổ đăng ký tin cậy đã ký',
    'the log does not come to what a trusted registry signed as its head',
  ),
  REGISTRY: text('nhật ký là của sổ đăng ký khác', 'the log is that of another registry'),
  SIGNATURE: text(
    'có phát biểu không do khoá có hiệu lực lúc đó ký',
    'a statement was not signed by a key that counted then',
  ),
  TEXT_MISSING: text('thiếu văn bản', 'a text is missing'),
  TEXT_ALTERED: text('có văn bản bị sửa', 'a text was altered'),
};

/** The refusal of an archive. */
export function archiveRefused(reason: ArchiveRefusal): HubError {
  const { vi, en } = REASONS[reason];
  return new HubError(
    'RELEASE_REFUSED',
    text(`Tệp xuất bị từ chối: ${vi}.`, `The archive is refused: ${en}.`),
    { reason },
  );
}
