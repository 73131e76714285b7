import type { Caller } from '../../schema/contract/caller.js';
import type { OperationUsage, OperationUse } from '../../schema/contract/release/wire.js';
import type { KnownOperation } from '../engine/accept/known-operation.js';
import type { SeenOperation } from './book.js';
import { clientsBy, type ClientNamed, type ClientUsed } from './client.js';
import { coordinatesIn } from './coordinates.js';
import type { UsageSettings } from './settings.js';
import { signatureOf } from './signature.js';
import type { Run } from './witness.js';

/** What was recorded since it was last taken. */
export interface UsageRecord {
  readonly operations: readonly OperationUsage[];
  /** Runs that were not recorded, for want of room. Unit: runs. */
  readonly dropped: number;
}

/** A run, as far as it is recorded. */
type Recorded = Pick<Run, 'operation' | 'caller' | 'client'>;

/** What is known of an operation apart from who runs it. */
type Form = Pick<OperationUsage, 'signature' | 'text' | 'coordinates'>;

/** Who ran an operation, and how often. */
interface Count {
  readonly client: ClientUsed;
  /** Calendar day in UTC. */
  readonly day: string;
  lastSeen: number;
  count: number;
}

/** Pairs of an operation and a client that are counted until they are told. Unit: pairs. */
const MAX_COUNTS = 10_000;
/** Operations of which is not yet known what they use. Unit: operations. */
const MAX_WAITING = 2_000;
/** Clients of one operation that are told of. Unit: clients, versions and days counted apart. */
const MAX_USES = 1_000;
/** Longest text that is told of. Unit: characters. */
const MAX_TEXT = 20_000;

/**
 * Records which programs run which operations: counters while requests are answered, and what an operation uses once, when
 * nobody waits for it. Neither values nor persons are recorded.
 */
export class UsageRecorder {
  private readonly forms = new WeakMap<SeenOperation, Form | null>();
  private readonly waiting = new Map<SeenOperation, KnownOperation>();
  private counts = new Map<SeenOperation, Map<string, Count>>();
  private pairs = 0;
  private dropped = 0;
  private readonly clientOf: (caller: Caller, said?: ClientNamed) => ClientUsed;

  /** @param now the present instant; tests fix it. Unit: milliseconds since 1970. */
  constructor(
    settings: Pick<UsageSettings, 'USAGE_CLIENT_CLAIMS' | 'USAGE_VERSION_CLAIM'>,
    private readonly now: () => number = Date.now,
  ) {
    this.clientOf = clientsBy(settings);
  }

  /** An operation ran. */
  note(seen: SeenOperation, { operation, caller, client }: Recorded): void {
    if (operation.asksSchema) return;
    this.count(seen, this.clientOf(caller, client));
    if (!this.forms.has(seen) && !this.waiting.has(seen)) this.put(seen, operation);
  }

  /** What was recorded, which then begins anew. */
  take(): UsageRecord {
    for (const [seen, operation] of this.waiting) this.study(seen, operation);
    const bySignature = new Map<string, OperationUsage>();
    for (const [seen, uses] of this.counts) this.add(bySignature, seen, [...uses.values()]);
    const { dropped } = this;
    this.counts = new Map();
    this.pairs = 0;
    this.dropped = 0;
    return { operations: [...bySignature.values()], dropped };
  }

  private count(seen: SeenOperation, client: ClientUsed): void {
    const now = this.now();
    const day = dayOf(now);
    const key = `${day} ${client.isVerified} ${client.version ?? ''} ${client.name}`;
    const uses = this.counts.get(seen) ?? new Map<string, Count>();
    const use = uses.get(key);
    if (use) {
      use.count += 1;
      use.lastSeen = now;
      return;
    }
    if (this.pairs >= MAX_COUNTS) {
      this.dropped += 1;
      return;
    }
    this.pairs += 1;
    uses.set(key, { client, day, lastSeen: now, count: 1 });
    this.counts.set(seen, uses);
  }

  /** One after the other, each in a moment of its own. */
  private put(seen: SeenOperation, operation: KnownOperation): void {
    if (this.waiting.size >= MAX_WAITING) return;
    this.waiting.set(seen, operation);
    if (this.waiting.size === 1) setImmediate(() => this.studyNext());
  }

  private studyNext(): void {
    const [next] = this.waiting;
    if (!next) return;
    this.study(...next);
    if (this.waiting.size > 0) setImmediate(() => this.studyNext());
  }

  private study(seen: SeenOperation, operation: KnownOperation): void {
    this.waiting.delete(seen);
    this.forms.set(seen, formOf(operation));
  }

  private add(into: Map<string, OperationUsage>, seen: SeenOperation, counts: readonly Count[]): void {
    const form = this.forms.get(seen);
    if (!form) {
      this.dropped += counts.reduce((sum, { count }) => sum + count, 0);
      return;
    }
    const known = into.get(form.signature);
    const uses = merged([...(known?.uses ?? []), ...counts.map(useOf)]);
    this.dropped += uses.slice(MAX_USES).reduce((sum, { count }) => sum + count, 0);
    into.set(form.signature, { ...form, uses: uses.slice(0, MAX_USES) });
  }
}

/** Nothing for an operation that cannot be told of. */
function formOf(operation: KnownOperation): Form | null {
  try {
    const { signature, text, document } = signatureOf(operation.document, operation.definition);
    const coordinates = coordinatesIn(document, operation.schema);
    return text.length > MAX_TEXT ? null : { signature, text, coordinates };
  } catch {
    return null;
  }
}

function useOf({ client: { name, version, isVerified }, day, lastSeen, count }: Count): OperationUse {
  const seen = new Date(lastSeen).toISOString();
  return { client: name, ...(version !== undefined && { version }), isVerified, day, lastSeen: seen, count };
}

/** Operations that differ in values alone are one. */
function merged(uses: readonly OperationUse[]): readonly OperationUse[] {
  const byClient = new Map<string, OperationUse>();
  for (const use of uses) {
    const key = JSON.stringify([use.client, use.version, use.isVerified, use.day]);
    const known = byClient.get(key);
    const lastSeen = known && known.lastSeen > use.lastSeen ? known.lastSeen : use.lastSeen;
    byClient.set(key, { ...use, lastSeen, count: use.count + (known?.count ?? 0) });
  }
  return [...byClient.values()];
}

const DAY_MS = 86_400_000;
let lastDay = { number: -1, text: '' };

/** The day hardly ever changes, and is asked for at each run. */
function dayOf(now: number): string {
  const number = Math.floor(now / DAY_MS);
  if (number !== lastDay.number) lastDay = { number, text: new Date(now).toISOString().slice(0, 10) };
  return lastDay.text;
}
