import type { LogEntry } from '../../../contract/release/wire.js';
import { text } from '../../../contract/text.js';
import type { RegistryClient } from '../../client/registry-client.js';
import type { Call } from '../call.js';
import type { Reach } from '../reach.js';
import { knownHead } from '../trusted.js';
import type { Archive } from './archive.js';
import { namedTexts } from './named-texts.js';

/** Unit: entries of one question. */
const PAGE = 500;

/** All that a registry has written behind an entry, up to its head of now. @throws HubError RELEASE_REFUSED */
export async function gathered(
  call: Call,
  { registry, known }: Pick<Reach, 'registry' | 'known'>,
  after: number,
): Promise<Archive> {
  const head = await registry.head();
  const { seq } = knownHead(head, known, call.desk.now());
  const entries = await entriesBetween(registry, after, seq);
  const addresses = namedTexts(entries);
  const texts: Record<string, string> = {};
  for (const [place, address] of addresses.entries()) {
    if (place % 20 === 0)
      call.progress(text(`Văn bản ${place}/${addresses.length}`, `Texts ${place}/${addresses.length}`));
    texts[address] = await registry.text(address);
  }
  return { head, entries, texts };
}

async function entriesBetween(
  registry: RegistryClient,
  after: number,
  last: number,
): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = [];
  for (let at = after; at < last; at = entries.at(-1)?.seq ?? last)
    entries.push(...(await registry.log({ after: at, limit: Math.min(PAGE, last - at) })));
  return entries;
}
