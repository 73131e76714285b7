import { untilTheEnd } from '../../support/tiny-hub.js';
import { until } from '../../support/until.js';

/** Clients that ask without a break. */
export interface ConstantLoad {
  /** Unit: answers. */
  readonly asked: number;
  /** What was no good, in words. */
  readonly failures: readonly string[];
  /** Waits until so much was asked. @param count Unit: answers. */
  hasAsked(count: number): Promise<void>;
  /** Ends it when all that was asked is answered. */
  stop(): Promise<void>;
}

/** Pause of each connection after an answer: the machine has other work to do. Unit: milliseconds. */
const PAUSE_MS = 10;

/** Asks these operations again and again, from some connections at once, until the test ends. */
export function constantLoad(url: string, queries: readonly string[], connections = 4): ConstantLoad {
  const failures: string[] = [];
  let asked = 0;
  const over = new AbortController();
  const one = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const query = queries[asked % queries.length];
      asked += 1;
      const failure = await askOnce(url, query).catch(String);
      if (failure !== undefined) failures.push(failure);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  const all = Promise.all(Array.from({ length: connections }, one));
  return untilTheEnd({
    get asked() {
      return asked;
    },
    failures,
    hasAsked: (count) => until(() => asked >= count),
    async stop() {
      over.abort();
      await all;
    },
  });
}

async function askOnce(url: string, query: string | undefined): Promise<string | undefined> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  return response.status === 200 && !text.startsWith('{"errors"') ? undefined : `${response.status} ${text}`;
}
