import type { Caller } from '../../schema/contract/caller.js';
import type { KnownOperation } from '../engine/accept/known-operation.js';
import { digestOf } from '../trusted/digest.js';
import { LRUCache } from 'lru-cache';

/** Operations that are remembered. Unit: operations. */
const MAX_OPERATIONS = 2_000;
/** Text of all of them. Unit: characters. */
const MAX_TEXT = 4_000_000;
/** How often an operation runs before it is noted that it was used lately. Unit: runs, a power of two. */
const TOUCHED_EVERY = 64;

/** An operation that clients send, whatever edition answers it. It stays within the process: its text holds values. */
export class SeenOperation {
  /** Since the last launches, older ones counting less. Unit: runs. */
  runs = 0;
  private digest: string | undefined;
  private lastCaller: WeakRef<Caller> | undefined;

  constructor(
    /** The document, as it came. */
    readonly text: string,
    /** Which of its operations is meant. */
    readonly name: string | undefined,
  ) {}

  /** Tells it from all others, also after a restart. */
  get key(): string {
    this.digest ??= digestOf(`${this.name ?? ''}\n${this.text}`);
    return this.digest;
  }

  /** Who sent it last, if that is remembered. */
  get caller(): Caller | undefined {
    return this.lastCaller?.deref();
  }

  /** It ran once more. */
  note(caller: Caller): void {
    this.runs += 1;
    if (this.lastCaller?.deref() !== caller) this.lastCaller = new WeakRef(caller);
  }
}

/** The operations that clients sent lately, each under one name for all editions of a gateway. */
export class OperationBook {
  private readonly byOperation = new WeakMap<KnownOperation, SeenOperation>();
  private readonly kept = new LRUCache<string, SeenOperation>({
    max: MAX_OPERATIONS,
    maxSize: MAX_TEXT,
    sizeCalculation: (_, key) => key.length + 1,
  });

  /** The operation that an edition knows, as it is seen from all of them. */
  of(operation: KnownOperation): SeenOperation {
    const known = this.byOperation.get(operation);
    if (known && known.runs % TOUCHED_EVERY !== 0) return known;
    const seen = this.entered(operation.text, operation.definition.name?.value);
    this.byOperation.set(operation, seen);
    return seen;
  }

  /** An operation that others were asked, and that is not counted here before a client asks it. */
  enter(text: string): SeenOperation {
    return this.entered(text, undefined);
  }

  /** Those that ran most; each counts half from then on. @param count Unit: operations. */
  top(count: number): readonly SeenOperation[] {
    const all = [...this.kept.values()].toSorted((one, other) => other.runs - one.runs);
    for (const each of all) each.runs = Math.ceil(each.runs / 2);
    return all.slice(0, count);
  }

  private entered(text: string, name: string | undefined): SeenOperation {
    const key = `${name ?? ''}\n${text}`;
    const seen = this.kept.get(key) ?? new SeenOperation(text, name);
    this.kept.set(key, seen);
    return seen;
  }
}
