import type { Operation, Selection } from '../operation.js';
import { LRUCache } from 'lru-cache';

/** What an operation takes with all that is found out about it later, beside its fields. Unit: bytes, roughly. */
const OPERATION_BYTES = 8_192;
/** What a field of an operation takes. Unit: bytes, roughly. */
const FIELD_BYTES = 1_024;
/** What all operations that are kept may take. Unit: bytes. */
const MAX_BYTES = 201_326_592;

/** Operations with their conditions decided: those that were asked lately, of all documents together. */
export class DecidedOperations {
  private readonly kept: LRUCache<string, Operation>;
  private named = 0;

  /** @param maxBytes Unit: bytes, roughly. */
  constructor(maxBytes = MAX_BYTES) {
    this.kept = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ selection }) => OPERATION_BYTES + FIELD_BYTES * countOf(selection),
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
