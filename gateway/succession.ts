import type { Logger } from '../schema/contract/log.js';
import type { Edition } from './edition.js';
import type { Witness } from './usage/witness.js';
import { timeLimit } from '../schema/contract/time-limit.js';
import { shortDigestOf } from './files/digest.js';

/** Puts an app in the place of another; what it answers is settled when nobody asks the other any more. */
export type Exchange = (app: Edition['app']) => Promise<{ readonly left: Promise<void> } | undefined>;

/** How newer editions come about. */
export interface SuccessionParts {
  /** Makes the edition on a supergraph. */
  readonly open: (taking: Taking, signal: AbortSignal) => Promise<Edition>;
  /** How long the streams of a former edition go on. Unit: milliseconds. */
  readonly handoverMs: number;
  readonly log: Logger;
}

/** A supergraph that is to be taken over, and what is done on the way. */
export interface Taking {
  readonly supergraphSdl: string;
  /** Told of what clients ask of it. */
  readonly witness?: Witness;
  /** Done before it answers; the former one serves on meanwhile, and for good when this fails. */
  readonly ready?: (next: Edition, former: Edition, signal: AbortSignal) => Promise<void>;
}

interface Turn {
  readonly taking: Taking;
  readonly exchange: Exchange;
}

/** How long the next edition waits for what is left of the one before the present one. Unit: milliseconds. */
const LEAVE_MS = 2_000;

/** The editions of one gateway, of which one answers: never are two loaded at once. */
export class Succession {
  private latest: Turn | undefined;
  private turns: Promise<unknown> = Promise.resolve();
  private readonly over = new AbortController();
  /** The ones before of which something is left, each with what is settled when nothing is. */
  private readonly leaving = new Map<Edition, Promise<void>>();

  constructor(
    /** The one that answers. */
    public current: Edition,
    private readonly parts: SuccessionParts,
  ) {}

  /** Puts a newer edition in the place of the present one, after those that were begun before; the newest counts. */
  takeOver(taking: Taking, exchange: Exchange): Promise<void> {
    const turn = { taking, exchange };
    this.latest = turn;
    for (const former of this.leaving.keys()) former.streams.end('NEW_SCHEMA');
    const isWanted = (): boolean => turn === this.latest && !this.over.signal.aborted;
    const taken = this.turns.then(() => (isWanted() ? this.take(turn) : undefined));
    this.turns = taken.then(
      (exchanged) => exchanged && timeLimit(exchanged.left, LEAVE_MS, undefined),
      () => undefined,
    );
    return taken.then(() => undefined);
  }

  /** Nothing is taken over any more, also what is being loaded. */
  end(): void {
    this.over.abort();
    for (const each of [...this.leaving.keys(), this.current]) each.streams.end('STOPPING');
  }

  /** Lets go of the present edition. */
  async close(): Promise<void> {
    await this.turns;
    await Promise.all(this.leaving.values());
    await this.current.close();
  }

  /** Answers when the next edition is in place, with what is settled when nothing of the former is left. */
  private async take({ taking, exchange }: Turn): Promise<{ readonly left: Promise<void> }> {
    const { signal } = this.over;
    const began = performance.now();
    const next = await this.parts.open(taking, signal);
    const exchanged = await this.put(next, async () => {
      await taking.ready?.(next, this.current, signal);
      signal.throwIfAborted();
      return exchange(next.app);
    });
    const ms = Math.round(performance.now() - began);
    const supergraph = shortDigestOf(taking.supergraphSdl);
    this.parts.log.info({ supergraph, ms }, 'a new supergraph was taken over');
    return exchanged;
  }

  private async put(
    next: Edition,
    exchange: () => ReturnType<Exchange>,
  ): Promise<{ readonly left: Promise<void> }> {
    const former = this.current;
    const exchanged = await exchange().catch(async (error: unknown) => {
      await next.close();
      throw error;
    });
    this.current = next;
    await former.streams.carryTo(next);
    const left = this.leave(former, exchanged?.left);
    this.leaving.set(former, left);
    void left.finally(() => this.leaving.delete(former));
    return { left };
  }

  private async leave(former: Edition, left: Promise<void> | undefined): Promise<void> {
    const { handoverMs, log } = this.parts;
    try {
      await Promise.all([left, former.streams.retire(handoverMs)]);
      await former.close();
    } catch (err) {
      log.error({ err }, 'a former supergraph could not be let go of');
      await former.close().catch(() => undefined);
    }
  }
}
