import { expect, test } from '@jest/globals';
import { Gathered } from '../../../gateway/reach/gathered.js';

const LENGTH = 1_048_576;

test('nothing gathered is an empty text', () => {
  expect(new Gathered().take()).toBe('');
});

test('a letter whose bytes come apart is whole in the end', () => {
  const gathered = new Gathered();

  for (const byte of Buffer.from('Thừa Thiên Huế')) gathered.add(Buffer.of(byte));

  expect(gathered.take()).toBe('Thừa Thiên Huế');
});

test('many tiny pieces take hardly more memory than one large', () => {
  const gathered = new Gathered();
  const before = process.memoryUsage().arrayBuffers;

  const piece = Buffer.of(32);
  for (let n = 0; n < LENGTH; n += 1) gathered.add(piece);

  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(6 * LENGTH);
  expect(gathered.take()).toHaveLength(LENGTH);
});
