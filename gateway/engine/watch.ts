/** A stage of an operation that may take time. */
export type Stage = 'parse' | 'plan' | 'execute' | 'complete';

/** A fetch that begins. */
export interface WatchedFetch {
  /** Also the agency that owns it. */
  readonly subgraph: string;
  /** Where the objects stand that it completes; nothing for the whole answer. */
  readonly path: readonly string[];
  /** Text of the operation. */
  readonly query: string;
}

/** A fetch that is watched until it is over. */
export interface FetchWatch {
  /** What the subgraph is told so that its part joins the trace. Source: W3C Trace Context, section 3.2. */
  readonly traceparent?: string;
  /** The fetch is over. */
  readonly end: (isGood: boolean) => void;
}

/** Looks on while one operation is answered. */
export interface Watch {
  /** A stage begins; the answer is called when it ends. */
  begin(stage: Stage): () => void;
  beginFetch(fetch: WatchedFetch): FetchWatch;
  /** An event of a subscription is to be answered; nothing where nobody looks on at each. */
  beginEvent(): Watch | undefined;
  /** The operation is answered. */
  end(isGood: boolean): void;
}

/** Does something as a stage at which somebody may look on. */
export async function asStage<Result>(
  watch: Watch | undefined,
  stage: Stage,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  const ended = watch?.begin(stage);
  try {
    return await work();
  } finally {
    ended?.();
  }
}

/** Several that look on as one; nothing where nobody does. */
export function watches(all: readonly (Watch | undefined)[]): Watch | undefined {
  const present = all.filter((each) => each !== undefined);
  const [only, ...others] = present;
  if (!only || others.length === 0) return only;
  return {
    begin: (stage) => {
      const ends = present.map((each) => each.begin(stage));
      return () => ends.forEach((end) => end());
    },
    beginFetch: (fetch) => {
      const begun = present.map((each) => each.beginFetch(fetch));
      return {
        traceparent: begun.find(({ traceparent }) => traceparent)?.traceparent,
        end: (isGood) => begun.forEach((each) => each.end(isGood)),
      };
    },
    beginEvent: () => watches(present.map((each) => each.beginEvent())),
    end: (isGood) => present.forEach((each) => each.end(isGood)),
  };
}
