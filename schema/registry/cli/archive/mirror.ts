import { HubError } from '../../../contract/errors.js';
import type { Address } from '../../../contract/release/address.js';
import { statementIn } from '../../../contract/release/sign.js';
import type { LogEntry } from '../../../contract/release/wire.js';
import { text } from '../../../contract/text.js';
import { folded } from '../../state/fold.js';
import { EMPTY, type RegistryState } from '../../state/state.js';
import { Store } from '../../store/store.js';
import type { Archive } from './archive.js';
import { namedTexts } from './named-texts.js';
import { verifyArchive, type ArchiveTrust } from './verify.js';

/** What came into a mirror. */
export interface Continued {
  /** Unit: entries. */
  readonly added: number;
  readonly state: RegistryState;
}

/** How a mirror is continued. */
export interface MirrorOptions extends Pick<ArchiveTrust, 'registry'> {
  readonly isDryRun: boolean;
}

/**
 * Continues another registry's log in a database, where that is the beginning of the archive's.
 *
 * @throws HubError RELEASE_REFUSED when the archive does not verify or the logs differ.
 */
export async function continueMirror(
  store: Store,
  archive: Archive,
  options: MirrorOptions,
): Promise<Continued> {
  const held = await everyEntry(store);
  const rest = restOf(archive.entries, held);
  const known = folded(EMPTY, held.slice(0, (archive.entries[0]?.seq ?? 1) - 1));
  const state = await verifyArchive(archive, { registry: options.registry, state: known });
  if (!options.isDryRun) await append(store, { held, rest, texts: archive.texts });
  return { added: rest.length, state };
}

async function everyEntry(store: Store): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = [];
  for (;;) {
    const page = await store.entriesAfter(entries.length, PAGE);
    if (page.length === 0) return entries;
    entries.push(...page);
  }
}

const PAGE = 1_000;

/** What the archive has beyond the log that is held. @throws HubError RELEASE_REFUSED when one is not the beginning of the other. */
function restOf(entries: readonly LogEntry[], held: readonly LogEntry[]): readonly LogEntry[] {
  const [first] = entries;
  const last = held.at(-1);
  if (first && first.seq > held.length + 1) throw refused('GAP');
  const same = last && entries.find(({ seq }) => seq === last.seq);
  if (last && same && same.hash !== last.hash) throw refused('OTHER_LOG');
  if (last && !same && entries.at(-1) && (entries.at(-1)?.seq ?? 0) < last.seq) throw refused('OLDER');
  return entries.filter(({ seq }) => seq > held.length);
}

interface Appended {
  readonly held: readonly LogEntry[];
  readonly rest: readonly LogEntry[];
  readonly texts: Archive['texts'];
}

/** Decision by decision, as they were made: what is cut off in between is a whole log, and is continued next time. */
async function append(store: Store, { held, rest, texts }: Appended): Promise<void> {
  let end = held.at(-1);
  for (const entries of decisionsIn(rest)) {
    const named = namedTexts(entries).map((address): [Address, string] => [address, texts[address] ?? '']);
    await store.append(endOf(end), { entries, texts: new Map(named) });
    end = entries.at(-1);
  }
}

function endOf(entry: LogEntry | undefined) {
  return entry ? { seq: entry.seq, hash: entry.hash } : EMPTY.end;
}

/** What the registry says follows from what was said to it. */
function decisionsIn(entries: readonly LogEntry[]): readonly LogEntry[][] {
  const decisions: LogEntry[][] = [];
  for (const entry of entries) {
    const { by, kind } = statementIn(entry.jws);
    const last = decisions.at(-1);
    if (last && by === 'REGISTRY' && kind !== 'FOUNDED') last.push(entry);
    else decisions.push([entry]);
  }
  return decisions;
}

const REASONS = {
  GAP: text(
    'có mục bị thiếu giữa nhật ký ở đây và tệp xuất',
    'entries are missing between the log here and the archive',
  ),
  OTHER_LOG: text(
    'nhật ký ở đây không phải phần đầu của tệp xuất',
    'the log here is not the beginning of the archive’s',
  ),
  OLDER: text('tệp xuất cũ hơn nhật ký ở đây', 'the archive is older than the log here'),
};

function refused(reason: keyof typeof REASONS): HubError {
  const { vi, en } = REASONS[reason];
  return new HubError('RELEASE_REFUSED', text(`Không nhập: ${vi}.`, `Not imported: ${en}.`), { reason });
}
