import type { Call, Wave } from '../subgraphs/recorder.js';
import { Pool, type Dispatcher } from 'undici';

/** Makes a gateway's calls to its subgraphs and does nothing else. */
export class Calls {
  readonly #pool: Pool;

  constructor(
    upstream: string,
    private readonly waves: readonly Wave[],
    private readonly onBody: (body: Buffer) => void,
  ) {
    this.#pool = new Pool(upstream, { connections: 128 });
  }

  /** Makes all calls, those of one wave at once. @throws Error when one is not answered. */
  async make(): Promise<void> {
    for (const wave of this.waves) await Promise.all(wave.map((call) => this.#one(call)));
  }

  #one({ path, body }: Call): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = {
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      } as const;
      this.#pool.dispatch(request, this.#handler(resolve, reject));
    });
  }

  #handler(resolve: () => void, reject: (error: Error) => void): Dispatcher.DispatchHandler {
    const chunks: Buffer[] = [];
    return {
      onRequestStart: () => undefined,
      onResponseStart: () => undefined,
      onResponseData: (_controller, chunk) => {
        chunks.push(chunk);
      },
      onResponseEnd: () => {
        this.onBody(Buffer.concat(chunks));
        resolve();
      },
      onResponseError: (_controller, error) => reject(error),
    };
  }
}
