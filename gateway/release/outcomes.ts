import type { Logger } from '../../schema/contract/log.js';
import type { SigningKey } from '../../schema/contract/release/keys.js';
import { signStatement } from '../../schema/contract/release/sign.js';
import { saidBy } from '../../schema/contract/release/unsaid.js';
import type { StatementOf } from '../../schema/contract/release/statements.js';
import { timeLimit } from '../../schema/contract/time-limit.js';
import { BackOff, paused } from './back-off.js';
import { RegistryAway, type RegistryLink } from './link.js';

/** How a gateway fared with one release. */
export type Outcome = Pick<StatementOf<'OUTCOME'>, 'number' | 'outcome' | 'reason' | 'measures'>;

/** What outcomes are told with. */
export interface OutcomesOptions {
  readonly link: Pick<RegistryLink, 'say'>;
  readonly key: SigningKey;
  /** The name of the registry. */
  readonly registry: string;
  readonly channel: string;
  readonly log: Logger;
}

/** Outcomes that wait for a registry that is away; beyond it the oldest are dropped. Unit: statements. */
const MAX_WAITING = 50;
/** How long the last ones are waited for as the gateway stops. Unit: milliseconds. */
const LAST_MS = 1_000;

/**
 * Tells the registry how releases fared, one statement after the other, each signed by the gateway. What cannot be told
 * now is told again later, within bounds: the gateway needs nobody for going on.
 */
export class Outcomes {
  private readonly waiting: string[] = [];
  private readonly over = new AbortController();
  private telling: Promise<void> | undefined;

  constructor(private readonly options: OutcomesOptions) {}

  /** Tells it as soon as it can be. */
  async tell(outcome: Outcome): Promise<void> {
    const { key, registry, channel } = this.options;
    const said = saidBy({ by: 'GATEWAY', registry }, { kind: 'OUTCOME', channel, ...outcome });
    this.waiting.push(await signStatement(said, key));
    if (this.waiting.length > MAX_WAITING) this.waiting.shift();
    this.telling ??= this.tellAll().finally(() => {
      this.telling = undefined;
    });
  }

  /** Gives what waits a last moment. */
  async close(): Promise<void> {
    if (this.telling) await timeLimit(this.telling, LAST_MS, undefined);
    this.over.abort();
  }

  private async tellAll(): Promise<void> {
    const backOff = new BackOff();
    for (let first = this.waiting[0]; first !== undefined; first = this.waiting[0]) {
      if (this.over.signal.aborted) return;
      if (await this.said(first)) {
        backOff.reset();
        if (this.waiting[0] === first) this.waiting.shift();
      } else await paused(backOff.next(), this.over.signal);
    }
  }

  /** Whether nothing more is to be done about it. */
  private async said(jws: string): Promise<boolean> {
    try {
      await this.options.link.say(jws);
      return true;
    } catch (error) {
      if (error instanceof RegistryAway && error.isPassing) return false;
      if (!(error instanceof RegistryAway && error.code === 'ALREADY_DONE'))
        this.options.log.warn({ err: error }, 'the registry did not take an outcome');
      return true;
    }
  }
}
