import type { Logger } from '../../schema/contract/log.js';
import type { HeldRelease } from '../release/held.js';
import type { KeptReleases } from '../release/kept.js';
import { reasonOf } from '../release/refusal.js';
import type { Outcome, Outcomes } from '../release/outcomes.js';
import { refusalOf } from './refusals.js';
import type { Regress } from './watch.js';

type Measures = NonNullable<Outcome['measures']>;

/** What reports are made with. */
export interface ReportsParts {
  readonly log: Logger;
  readonly channel: string;
  readonly kept: Pick<KeptReleases, 'isFirstToTell'>;
  readonly outcomes: Pick<Outcomes, 'tell'>;
}

/** The releases of a return. */
interface Return {
  readonly left: HeldRelease;
  readonly good: HeldRelease;
}

/** Tells how releases fare: the log always, and the registry once for all processes of a host. */
export class Reports {
  constructor(private readonly parts: ReportsParts) {}

  /** The registry is told of a first start alone: of all others it has heard. */
  started({ number }: HeldRelease, isWatched: boolean): void {
    this.parts.log.info({ ...this.named(number), isWatched }, 'the gateway starts on a release');
    this.tell({ number, outcome: 'LAUNCHED' });
  }

  launched({ number, composedId }: HeldRelease, measures: Measures): void {
    this.parts.log.info(
      { ...this.named(number), composed: composedId, ...measures },
      'a release was launched',
    );
    this.tell({ number, outcome: 'LAUNCHED', measures });
  }

  passed({ number }: HeldRelease, measures: Measures = {}): void {
    this.parts.log.info({ ...this.named(number), ...measures }, 'a release was found good');
  }

  refused(number: number, error: unknown): void {
    const refusal = refusalOf(error);
    const { details, message } = refusal;
    const words = { ...this.named(number), code: refusal.code, ...details, words: message };
    const isUnknown = details['found'] === undefined && details['cause'] === undefined;
    this.parts.log.error(isUnknown ? { ...words, err: error } : words, 'a release was refused');
    const reason = { code: reasonOf(refusal), text: refusal.text };
    this.tell({ number, outcome: 'REFUSED', reason });
  }

  returned({ left, good }: Return, reason: Regress | undefined, measures: Measures): void {
    const told = { ...this.named(left.number), to: good.number, ...measures };
    const why = reason && { reason: reason.code, vi: reason.text.vi, en: reason.text.en };
    this.parts.log.error({ ...told, ...why }, 'the gateway returned to the release before');
    if (reason) this.tell({ number: left.number, outcome: 'RETURNED', reason, measures });
  }

  /** What cannot be written is told of, and stops nothing. */
  async written(writing: Promise<void>): Promise<void> {
    await writing.catch((err: unknown) => {
      const { channel } = this.parts;
      this.parts.log.error({ channel, err }, 'a release could not be kept on disk; see RELEASE_DIR');
    });
  }

  private named(number: number) {
    return { channel: this.parts.channel, number };
  }

  private tell(outcome: Outcome): void {
    const { kept, outcomes, log } = this.parts;
    kept
      .isFirstToTell(outcome.number, outcome.outcome)
      .then((isFirst) => (isFirst ? outcomes.tell(outcome) : undefined))
      .catch((err: unknown) => log.warn({ err }, 'an outcome could not be told'));
  }
}
