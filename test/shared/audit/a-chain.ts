import { BEGINNING, digestAfter, type Head, type Link } from '../../../subgraphs/shared/audit/chain.js';
import type { Fault } from '../../../subgraphs/shared/audit/fault.js';
import { verifyChain } from '../../../subgraphs/shared/audit/verify.js';

/** A chain as the database would write it. */
export function chainOf(entries: readonly string[]): readonly Link[] {
  let last = BEGINNING;
  return entries.map((entry) => {
    const link = { position: last.position + 1, digest: digestAfter(last, entry), entry };
    last = link;
    return link;
  });
}

/** The same entries in the places that they have now. */
export function renumbered(links: readonly Link[]): readonly Link[] {
  return links.map((link, index) => ({ ...link, position: index + 1 }));
}

/** What a check is done against. */
export interface Against {
  readonly head: Head;
  readonly noted?: Head;
}

/** Where a chain ends. */
export function headOf(links: readonly Link[]): Head {
  return links.at(-1) ?? BEGINNING;
}

/** What a check finds, however the chain is cut into batches. */
export async function faultIn(links: readonly Link[], against: Against, batch = 3): Promise<Fault | null> {
  return (await verifyChain({ batches: batchesOf(links, batch), ...against })).fault;
}

async function* batchesOf(links: readonly Link[], size: number) {
  for (let from = 0; from < links.length; from += size)
    yield await Promise.resolve(links.slice(from, from + size));
}
