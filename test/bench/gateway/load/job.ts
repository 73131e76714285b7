/** What the load generator is to do. */
export interface LoadJob {
  /** Address of the gateway's GraphQL. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Name of the work. */
  readonly work: string;
  /** Clients that ask at once. Unit: connections. */
  readonly connections: number;
  /** Number of the first request. */
  readonly from: number;
  readonly seconds: number;
}

/** What came of it. */
export interface LoadResult {
  /** Requests that were answered within the time. */
  readonly answered: number;
  /** Those and the last ones, which were asked within the time and answered after it. */
  readonly completed: number;
  /** Requests that failed or were answered with errors. */
  readonly failed: number;
  /** What the first of them got. */
  readonly firstFailure?: string;
  /** Unit: seconds. */
  readonly seconds: number;
  /** Time to the whole answer, of half of the completed requests at most. Unit: milliseconds. */
  readonly p50: number;
  /** Of 99 in 100. Unit: milliseconds. */
  readonly p99: number;
  /** Of all. Unit: milliseconds. */
  readonly slowest: number;
}
