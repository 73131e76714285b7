import { BEGINNING, digestAfter, type Head, type Link } from './chain.js';
import type { Fault, FaultKind } from './fault.js';

/** A chain to be checked. */
export interface Chain {
  /** The entries in the order of their positions. */
  readonly batches: AsyncIterable<readonly Link[]>;
  /** Where the database says that the chain ends. */
  readonly head: Head;
  /** A head that was noted elsewhere at an earlier time. */
  readonly noted?: Head | undefined;
}

/** What was found. */
export interface Verdict {
  /** The first thing that is wrong; `null` for a whole chain. */
  readonly fault: Fault | null;
  /** The last entry before the fault, or of all: so far the chain is whole. */
  readonly last: Head;
  /** Texts of the first and the last entry that fit; `null` where there is none. */
  readonly firstEntry: string | null;
  readonly lastEntry: string | null;
}

/** Recomputes a chain from its first entry on, and tells the first that is not as it was written. */
export async function verifyChain({ batches, head, noted }: Chain): Promise<Verdict> {
  let soFar: Verdict = {
    fault: notAsNoted(BEGINNING, noted),
    last: BEGINNING,
    firstEntry: null,
    lastEntry: null,
  };
  if (soFar.fault) return soFar;
  for await (const batch of batches)
    for (const link of batch) {
      const fault = misfit(link, soFar.last);
      if (fault) return { ...soFar, fault };
      const { position, digest, entry } = link;
      const firstEntry = soFar.firstEntry ?? entry;
      soFar = { fault: notAsNoted(link, noted), last: { position, digest }, firstEntry, lastEntry: entry };
      if (soFar.fault) return soFar;
    }
  return { ...soFar, fault: wrongEnd(soFar.last, head) ?? endsBefore(soFar.last, noted) };
}

function misfit(link: Link, before: Head): Fault | null {
  const expected = before.position + 1;
  if (link.position < expected) return at(link.position, 'ADDED');
  if (link.position > expected) return at(expected, 'MISSING');
  return digestAfter(before, link.entry) === link.digest ? null : at(expected, 'ALTERED');
}

function notAsNoted({ position, digest }: Head, noted: Head | undefined): Fault | null {
  const differs = noted?.position === position && noted.digest !== digest;
  return differs ? at(position, 'NOT_AS_NOTED') : null;
}

function wrongEnd(last: Head, head: Head): Fault | null {
  if (last.position < head.position) return at(last.position + 1, 'CUT');
  if (last.position > head.position) return at(head.position + 1, 'ADDED');
  return last.digest === head.digest ? null : at(last.position, 'HEAD_CHANGED');
}

function endsBefore({ position }: Head, noted: Head | undefined): Fault | null {
  return noted && position < noted.position ? at(position + 1, 'NOTED_GONE') : null;
}

function at(position: number, kind: FaultKind): Fault {
  return { kind, position };
}
