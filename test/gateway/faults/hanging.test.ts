import { describe, expect, test } from '@jest/globals';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { faultyServer } from '../../support/faulty-server.js';
import type { TinyHub } from '../../support/tiny-hub.js';
import { ALL_THREE, OTHERS, SHORT, stormySite, WITHOUT_POLICE } from './site.js';

const HEAD = { 'content-type': 'application/json' };
const MEGABYTE = 1_048_576;
const OTHERS_ANSWER = { units: { totalCount: 5 }, medalNames: ['Huân chương'] };

const beforeTheHead: RequestListener = (request) => void request.resume();

const afterTheHead: RequestListener = (request, response) => {
  request.resume();
  response.writeHead(200, HEAD).flushHeaders();
};

/** A byte now and then, always before the longest pause is over. */
const dripping: RequestListener = (request, response) => {
  request.resume();
  response.writeHead(200, HEAD);
  const drip = setInterval(() => response.write(' '), 20);
  response.once('close', () => clearInterval(drip));
};

/** Writes as fast as it is read, in pieces of one size. */
function pouring(piece: string, bytes: number): RequestListener {
  return (request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    response.writeHead(200, HEAD);
    let left = bytes;
    const pour = (): void => {
      while (left > 0 && !response.destroyed) {
        left -= piece.length;
        if (!response.write(piece)) return;
      }
      response.end();
    };
    response.on('drain', pour);
    pour();
  };
}

const HANGING: Readonly<Record<string, RequestListener>> = {
  'before the head of its answer': beforeTheHead,
  'after the head of its answer': afterTheHead,
  'while it drips': dripping,
};

/** How much more memory is held meanwhile than before, at most. Unit: bytes. */
async function peakOf(work: () => Promise<void>): Promise<number> {
  const before = held();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, held())), 5);
  await work().finally(() => clearInterval(watch));
  return most - before;
}

function held(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Asks the police many times, and the others while the police hangs. */
async function besideHanging(hub: TinyHub, asked: number) {
  const hanging = { are: true };
  const stormy = Promise.all(Array.from({ length: asked }, () => hub.ask(ALL_THREE))).finally(() => {
    hanging.are = false;
  });
  const calm: { readonly data: unknown; readonly whileHanging: boolean }[] = [];
  for (let n = 0; n < 20; n += 1) {
    const { data } = await hub.ask(OTHERS);
    calm.push({ data, whileHanging: hanging.are });
  }
  return { calm, answers: await stormy };
}

describe('a server that hangs', () => {
  test.each(Object.keys(HANGING))('%s takes down only its own part, in time', async (where) => {
    const faulty = await faultyServer(HANGING[where] as RequestListener);
    const { hub, lines } = await stormySite(faulty.url, SHORT);

    const { data, errors } = await hub.ask(ALL_THREE);

    expect(data).toEqual(WITHOUT_POLICE);
    expect(errors).toMatchObject([
      { path: ['lateUnit'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } },
    ]);
    expect(lines).toMatchObject([{ level: 40, subgraph: 'police', reason: 'time-out' }]);
  });

  test.each(Object.keys(HANGING))('%s does not slow down what others answer', async (where) => {
    const faulty = await faultyServer(HANGING[where] as RequestListener);
    const { hub } = await stormySite(faulty.url, {
      ...SHORT,
      SUBGRAPH_TIMEOUT_MS: 3_000,
      SUBGRAPH_HEADERS_TIMEOUT_MS: 3_000,
      SUBGRAPH_BODY_TIMEOUT_MS: 3_000,
      SUBGRAPH_CONNECTIONS: 4,
      SHARE_FETCHES: false,
    });

    const { calm, answers } = await besideHanging(hub, 30);

    expect(calm).toEqual(calm.map(() => ({ data: OTHERS_ANSWER, whileHanging: true })));
    expect(answers.map(({ data }) => data)).toEqual(answers.map(() => WITHOUT_POLICE));
    expect(faulty.requests).toHaveLength(4);
  });
});

describe('more fetches than a server gets at once', () => {
  test('are refused at once beyond what may wait, and told when to come again', async () => {
    const waiting: ServerResponse[] = [];
    const all = Promise.withResolvers<void>();
    const faulty = await faultyServer((request, response) => {
      request.resume();
      waiting.push(response);
      if (waiting.length === 2) all.resolve();
    });
    const { hub, lines } = await stormySite(faulty.url, {
      SUBGRAPH_CONNECTIONS: 2,
      SUBGRAPH_QUEUE: 0,
      SUBGRAPH_RETRIES: 0,
      SHARE_FETCHES: false,
    });
    const first = [hub.ask(ALL_THREE), hub.ask(ALL_THREE)];
    await all.promise;

    const { data, errors } = await hub.ask(ALL_THREE);

    expect(data).toEqual(WITHOUT_POLICE);
    expect(errors).toMatchObject([
      { extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police', retryAfter: 1 } },
    ]);
    expect(lines).toMatchObject([{ reason: 'overloaded' }]);
    for (const response of waiting) response.destroy();
    await Promise.all(first);
  });

  test('wait, and never take more connections than they may', async () => {
    let open = 0;
    let most = 0;
    const faulty = await faultyServer((request, response) => {
      request.resume();
      most = Math.max(most, (open += 1));
      setImmediate(() => {
        open -= 1;
        response.writeHead(200, HEAD).end(JSON.stringify({ data: { lateUnit: null } }));
      });
    });
    const { hub } = await stormySite(faulty.url, { SUBGRAPH_CONNECTIONS: 2, SHARE_FETCHES: false });

    const answers = await Promise.all(Array.from({ length: 50 }, () => hub.ask(ALL_THREE)));

    expect(answers.every(({ errors }) => errors === undefined)).toBe(true);
    expect(most).toBeLessThanOrEqual(2);
  });
});

describe('a server that sends 100 MB', () => {
  test('is cut off at the limit, and what others answer stays as it is', async () => {
    const faulty = await faultyServer(pouring(' '.repeat(65_536), 100 * MEGABYTE));
    const { hub, lines } = await stormySite(faulty.url, {
      SUBGRAPH_ANSWER_LIMIT_BYTES: 2 * MEGABYTE,
      SHARE_FETCHES: false,
    });

    const peak = await peakOf(async () => {
      const { calm, answers } = await besideHanging(hub, 4);
      expect(answers.map(({ data }) => data)).toEqual(answers.map(() => WITHOUT_POLICE));
      expect(answers[0]?.errors).toMatchObject([
        { path: ['lateUnit'], extensions: { code: 'SUBGRAPH_FAILED', agency: 'police' } },
      ]);
      expect(calm.map(({ data }) => data)).toEqual(calm.map(() => OTHERS_ANSWER));
    });

    expect(peak).toBeLessThan(100 * MEGABYTE);
    expect(new Set(lines.map(({ reason }) => reason))).toEqual(new Set(['too-large']));
  });
});
