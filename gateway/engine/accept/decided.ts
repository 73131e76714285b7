import type { Operation, Selection } from '../operation.js';
import { LRUCache } from 'lru-cache';

/** Fields of all operations that are kept; with what is found out later about each, one takes about a kilobyte. Unit: fields. */
const MAX_FIELDS = 200_000;

/** Operations with their conditions decided: those that were asked lately, of all documents together. */
export class DecidedOperations {
  private readonly kept: LRUCache<string, Operation>;
  private named = 0;

  /** @param maxFields Unit: fields. */
  constructor(maxFields = MAX_FIELDS) {
    this.kept = new LRUCache({
      maxSize: maxFields,
      sizeCalculation: ({ selection }) => 1 + countOf(selection),
    });
  }

  /** A name that tells one operation from all others. */
  nextName(): string {
    this.named += 1;
    return String(this.named);
  }

  /** The operation under a key, decided anew unless it is kept. */
  get(key: string, decide: () => Operation): Operation {
    const known = this.kept.get(key);
    if (known) return known;
    const made = decide();
    this.kept.set(key, made);
    return made;
  }
}

function countOf(selection: Selection): number {
  return selection.reduce((sum, each) => sum + 1 + (each.selection ? countOf(each.selection) : 0), 0);
}
