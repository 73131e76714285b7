import { expect, test } from '@jest/globals';
import { Revocations } from '../../../gateway/fleet/revocations.js';

const NOW = 1_800_000_000;

test('a message revokes a token, and one of another form nothing', () => {
  const revocations = new Revocations();

  revocations.hear(`jti:good ${NOW}`);
  for (const message of ['', 'jti:bad', 'jti:bad x', `jti:bad ${NOW} more`, `${'x'.repeat(101)} ${NOW}`])
    revocations.hear(message);

  expect(['jti:good', 'jti:bad', 'x'.repeat(101)].map((name) => revocations.has([name]))).toEqual([
    true,
    false,
    false,
  ]);
});

test('a token is revoked by any of its names', () => {
  const revocations = new Revocations();
  revocations.add({ name: 'sha256:b', exp: NOW });

  expect([revocations.has(['jti:a', 'sha256:b']), revocations.has(['jti:a']), revocations.has([])]).toEqual([
    true,
    false,
    false,
  ]);
});

test('no more are kept than there is room for: the one learned of first is forgotten', () => {
  const revocations = new Revocations(2);

  for (const name of ['a', 'b', 'b', 'c']) revocations.add({ name, exp: NOW });

  expect(['a', 'b', 'c'].map((name) => revocations.has([name]))).toEqual([false, true, true]);
});
