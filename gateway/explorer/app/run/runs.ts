import type { Answer } from './answer.js';
import { ask, type Request } from './ask.js';
import { asError, problemOf, Trouble, type Head } from './trouble.js';
import { begun, told, type Run } from './run.js';

/** How often the page learns of what comes. Unit: milliseconds. */
const PACE_MS = 50;

/** An operation to run. */
export interface Wanted extends Omit<Request, 'signal'> {
  readonly query: string;
}

/** The run that the page shows; a new one ends the one before it. */
export class Runs {
  private run: Run | null = null;
  private shown: Run | null = null;
  private stopper = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  /** The run as the page shows it. */
  readonly current = (): Run | null => this.shown;

  /** Has a listener called when there is something new to show, until the function that it gives is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Runs an operation. @returns its last answer; never, when it is stopped or another one takes its place */
  async start(wanted: Wanted): Promise<Answer> {
    this.stopper.abort();
    const { signal } = (this.stopper = new AbortController());
    this.show(begun(wanted.query));
    const last = await this.follow({ ...wanted, signal });
    return signal.aborted ? never() : last;
  }

  /** Ends the present run; the hub notices at once. */
  stop(): void {
    this.stopper.abort();
    if (this.run?.phase === 'running') this.show({ ...this.run, phase: 'stopped' });
  }

  /** Takes the answers of the present run as they come; never throws. */
  private async follow(request: Wanted & Request): Promise<Answer> {
    const started = performance.now();
    let run = begun(request.query);
    let head: Head | null = null;
    const show = (change: Partial<Run>): void => {
      run = { ...run, ...change, milliseconds: Math.round(performance.now() - started) };
      if (!request.signal.aborted) this.show(run);
    };
    try {
      const reply = await ask(request);
      head = reply.head;
      show({ form: reply.form });
      for await (const piece of reply.pieces) show(told(run, piece, head));
      show({ phase: 'over' });
    } catch (error) {
      const trouble = error instanceof Trouble ? error : new Trouble('unreadable');
      show({ phase: 'over', problem: problemOf(trouble, head?.requestId ?? null) });
    }
    return run.answer ?? { errors: run.problem ? [asError(run.problem)] : [] };
  }

  private show(run: Run): void {
    this.run = run;
    if (run.phase !== 'running' || run.answer === null) this.tell();
    else this.timer ??= setTimeout(() => this.tell(), PACE_MS);
  }

  private tell(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.shown = this.run;
    for (const listen of this.listeners) listen();
  }
}

/** A promise of its own for each who waits: a shared one would keep all that ever waited for it. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}
