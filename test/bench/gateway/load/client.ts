import { Client, type Dispatcher } from 'undici';

/** What one request got. */
export interface Answer {
  readonly status: number;
  /** The body as it arrived; putting it together would cost the load's core more than receiving it. */
  readonly chunks: readonly Buffer[];
}

/** Longest that an answer may take. Unit: milliseconds. */
const TIME_LIMIT = 30_000;

/** One connection that asks one thing at a time, with little work of its own. */
export class LoadClient {
  readonly #client: Client;
  readonly #path: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(url: string, headers: Readonly<Record<string, string>>) {
    const { origin, pathname } = new URL(url);
    this.#client = new Client(origin, { headersTimeout: TIME_LIMIT, bodyTimeout: TIME_LIMIT });
    this.#path = pathname;
    this.#headers = { 'content-type': 'application/json', accept: 'application/json', ...headers };
  }

  /** @throws Error when no whole answer comes. */
  ask(body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = { path: this.#path, method: 'POST', headers: this.#headers, body } as const;
      this.#client.dispatch(request, handler(resolve, reject));
    });
  }

  close(): Promise<void> {
    return this.#client.destroy();
  }
}

function handler(
  resolve: (answer: Answer) => void,
  reject: (error: Error) => void,
): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let status = 0;
  return {
    onRequestStart: () => undefined,
    onResponseStart: (_controller, statusCode) => {
      status = statusCode;
    },
    onResponseData: (_controller, chunk) => {
      chunks.push(chunk);
    },
    onResponseEnd: () => resolve({ status, chunks }),
    onResponseError: (_controller, error) => reject(error),
  };
}
