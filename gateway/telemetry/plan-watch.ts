import type { FetchWatch, Stage, Watch, WatchedFetch } from '../engine/watch.js';

/** How an operation was answered, as a caller with the right to it sees it. Instants count from its start. Unit: milliseconds. */
export interface PlanSeen {
  readonly stages: readonly StageSeen[];
  readonly fetches: readonly FetchSeen[];
}

interface Span {
  readonly startMs: number;
  /** Nothing while it is not over. */
  readonly endMs?: number;
}

interface StageSeen extends Span {
  readonly stage: Stage;
}

/** One fetch, in the order in which they began. */
interface FetchSeen extends Span {
  /** The agency that was asked, by the name of its subgraph. */
  readonly agency: string;
  /** Where the objects stand that it completed, by the keys of fetches; `@` is every element of a list. */
  readonly path: string;
  readonly query: string;
  readonly ok?: boolean;
}

/** Remembers what the stages and fetches of one operation took. */
export class PlanWatch implements Watch {
  private readonly began = performance.now();
  private readonly stages: StageSeen[] = [];
  private readonly fetches: FetchSeen[] = [];

  begin(stage: Stage): () => void {
    const place = this.stages.push({ stage, startMs: this.now() }) - 1;
    return () => {
      const seen = this.stages[place];
      if (seen) this.stages[place] = { ...seen, endMs: this.now() };
    };
  }

  beginFetch({ subgraph, path, query }: WatchedFetch): FetchWatch {
    const place =
      this.fetches.push({ agency: subgraph, path: path.join('.'), query, startMs: this.now() }) - 1;
    return {
      end: (ok) => {
        const seen = this.fetches[place];
        if (seen) this.fetches[place] = { ...seen, endMs: this.now(), ok };
      },
    };
  }

  /** A plan is seen once, and events come without end. */
  beginEvent(): undefined {
    return undefined;
  }

  end(): void {
    // What is seen is read when the answer is written.
  }

  /** What was seen so far. */
  seen(): PlanSeen {
    return { stages: [...this.stages], fetches: [...this.fetches] };
  }

  private now(): number {
    return Math.round((performance.now() - this.began) * 1_000) / 1_000;
  }
}
