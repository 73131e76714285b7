import { describe, expect, test } from '@jest/globals';
import { positionsInAnswer, remember } from '../../../gateway/supergraph/entity-index.js';

const PATH = ['rows', '@'];

function positionsOf(rows: readonly object[], representations: readonly Record<string, unknown>[]) {
  const request = {};
  remember(request, { rows });
  return positionsInAnswer({ request, path: PATH, representations });
}

const row = (type: string, id: number) => ({ __typename: type, id });

describe('the place of a representation in the answer', () => {
  test('skips the objects that went elsewhere', () => {
    const rows = [row('A', 1), row('B', 2), row('A', 3), row('B', 2), row('A', 1)];

    expect(positionsOf(rows, [row('B', 2), row('B', 2), row('A', 1)])).toEqual([1, 3, 4]);
  });

  test('is unknown from the first one that stands for no object', () => {
    const rows = [row('A', 1), row('A', 2), row('A', 3)];

    expect(positionsOf(rows, [row('A', 1), row('A', 9), row('A', 3)])).toEqual([0]);
  });

  test('of ten thousand is found in one pass', () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => row(n % 2 ? 'A' : 'B', n));
    let read = 0;
    const asked = rows.map((each) => ({
      get __typename() {
        read += 1;
        return each.__typename;
      },
      id: each.id,
    }));

    const positions = positionsOf(rows, asked);

    expect(positions.at(-1)).toBe(9_999);
    expect(read).toBe(rows.length);
  });
});
