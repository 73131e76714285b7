/** One request of a client. */
export interface ClientRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What the gateways are asked to do. */
export interface Work {
  readonly name: string;
  readonly title: string;
  /** Clients that ask at once, each waiting for its answer. Unit: connections. */
  readonly connections: number;
  /** The n-th request; the same number gives the same request. */
  request(n: number): ClientRequest;
  /** Whether every request is the same one. */
  readonly isFixed: boolean;
}
