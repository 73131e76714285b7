import { describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sharedHub } from '../../support/tiny-hub.js';
import { hub } from './send.js';

const usual = sharedHub(() => hub());

const SIZE = 60_000_000;
const PART = Buffer.alloc(65_536, 'x');

/** Sends a body of 60 MB no faster than it is taken; tells the answer, and how much was held meanwhile. */
async function flood(head: readonly string[], part: Buffer) {
  const { hostname, port } = new URL(usual.url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  let answer = '';
  let held = 0;
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => (answer += bytes.toString()));
  const before = process.memoryUsage().arrayBuffers;
  const parts = function* () {
    yield `${['POST /graphql HTTP/1.1', 'host: hub', 'content-type: application/json', ...head].join('\r\n')}\r\n\r\n`;
    for (let sent = 0; sent < SIZE; sent += PART.length) {
      held = Math.max(held, process.memoryUsage().arrayBuffers - before);
      yield part;
    }
  };
  await pipeline(Readable.from(parts()), socket).catch(() => undefined);
  return { answer, held };
}

describe('a body of 60 MB is refused, the connection closed and next to nothing held', () => {
  const chunk = Buffer.concat([Buffer.from(`${PART.length.toString(16)}\r\n`), PART, Buffer.from('\r\n')]);

  test.each([
    ['that is announced', [`content-length: ${SIZE}`], PART],
    ['that comes in chunks', ['transfer-encoding: chunked'], chunk],
  ])('%s', async (_, head, part) => {
    const { answer, held } = await flood(head, part);

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('BODY_TOO_LARGE');
    expect(answer).toMatch(/connection: close/i);
    expect(held).toBeLessThan(10_000_000);
  });
});

test('a list of a hundred thousand wrong items is refused soon, and in few words', async () => {
  const words = Array.from({ length: 100_000 }, (_, n) => `x${n % 10}`);
  const began = performance.now();

  const { status, text, errors, fetches } = await usual.ask(
    'query ($words: [Int!]) { echo(words: $words) }',
    {
      variables: { words },
    },
  );

  expect({ status, fetches }).toEqual({ status: 200, fetches: [] });
  expect(errors?.length).toBeLessThan(30);
  expect(text.length).toBeLessThan(20_000);
  expect(performance.now() - began).toBeLessThan(5_000);
});
