import { describe, expect, test } from '@jest/globals';
import { killed, startScript } from './processes.js';
import { once } from 'node:events';

/** A process that runs a text; its path is never read. */
const running = (text: string) => startScript({ path: 'none', args: [], nodeOptions: ['--eval', text] });

describe('the end of a process', () => {
  test('is told with its last words when it comes by itself', async () => {
    const crashing = running('console.error("out of luck"); process.exit(3)');
    const end = await new Promise((resolve) => (crashing.onEnd = resolve));

    expect(end).toBe('the process ended: 3 out of luck');
  });

  test('is not told when it was killed', async () => {
    const ends: string[] = [];
    const lasting = running('setInterval(() => undefined, 1_000)');
    lasting.onEnd = (words) => void ends.push(words);
    const closed = once(lasting.child, 'close');

    await killed(lasting);
    await closed;

    expect(ends).toEqual([]);
  });
});
