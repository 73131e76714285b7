import type { OperationBook } from '../usage/book.js';
import type { UsageRecorder } from '../usage/recorder.js';
import type { Run, Witness } from '../usage/witness.js';
import { Baseline } from './baseline.js';
import type { Watch } from './watch.js';

/** What clients ask of one edition: how it does is measured, and watched as long as it is new. */
export class EditionRuns implements Witness {
  readonly baseline = new Baseline();
  /** Nothing while the edition is not watched. */
  watch: Watch | undefined;

  constructor(
    private readonly book: OperationBook,
    private readonly recorder?: UsageRecorder,
  ) {}

  ran(run: Run): void {
    const { operation, caller, ms, isFailure } = run;
    const seen = this.book.of(operation);
    seen.note(caller);
    this.recorder?.note(seen, run);
    if (ms === undefined) return;
    this.baseline.note(seen, ms, isFailure);
    this.watch?.note(seen, ms, isFailure);
  }
}
