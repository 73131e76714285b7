import type { Logger } from '../../schema/contract/log.js';

/** Told when a link comes and when it goes; with a reason that holds no address. */
export type LinkObserver = (isUp: boolean, reason: string) => void;

/** Tells in the log when Redis is there and when it is away, once each, however many links there are to it. */
export class Presence {
  private readonly links = new Map<string, boolean | undefined>();
  private told: boolean | undefined;

  constructor(private readonly log: Logger) {}

  /** What watches one of the links. */
  watch(link: string): LinkObserver {
    this.links.set(link, undefined);
    return (isUp, reason) => {
      this.links.set(link, isUp);
      this.tell(link, reason);
    };
  }

  private tell(link: string, reason: string): void {
    const states = [...this.links.values()];
    const isThere = states.every(Boolean);
    if (isThere === this.told || (!isThere && !states.includes(false))) return;
    this.told = isThere;
    if (isThere) this.log.info('Redis is there: what gateways share is shared');
    else this.log.warn({ link, reason }, 'Redis is away: this gateway goes on alone, with half of each rate');
  }
}
