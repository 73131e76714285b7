import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Answer, AnswerPart } from '../../../gateway/explorer/app/run/answer.js';
import { withPart } from '../../../gateway/explorer/app/run/merge.js';

type Fields = Readonly<Record<string, unknown>>;

/** Fields as answers have them, awkward names among them. */
const name = fc.constantFrom('a', 'b', 'unions', '__proto__', 'constructor', 'length', '0');

const { fields } = fc.letrec<{ value: unknown; fields: Fields }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, 1, 'x', true),
    tie('fields'),
    fc.array(tie('fields'), { maxLength: 3 }),
  ),
  fields: fc
    .array(fc.tuple(name, tie('value')), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries)),
}));

/** Divides an answer: some fields come at once, the others later, each at the place of its object. */
function divided(whole: Fields, isLater: () => boolean): readonly [first: Fields, later: AnswerPart[]] {
  const later: AnswerPart[] = [];
  const walk = (value: unknown, path: readonly (string | number)[]): unknown => {
    if (Array.isArray(value)) return value.map((each, index) => walk(each, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    const groups = Object.groupBy(Object.entries(value), () => (isLater() ? 'later' : 'now'));
    if (groups.later) later.push({ incremental: [{ path, data: Object.fromEntries(groups.later) }] });
    return Object.fromEntries((groups.now ?? []).map(([key, each]) => [key, walk(each, [...path, key])]));
  };
  return [walk(whole, []) as Fields, later];
}

describe('an answer in parts', () => {
  test('is the whole answer once all have come, in whatever order, and no part is changed', () => {
    fc.assert(
      fc.property(
        fields,
        fc.infiniteStream(fc.boolean()),
        fc.infiniteStream(fc.nat()),
        (whole, dice, order) => {
          const [first, later] = divided(whole, () => dice.next().value === true);
          const shuffled = later.toSorted(() => (Number(order.next().value) % 3) - 1);
          const before = JSON.stringify([first, shuffled]);

          const answer = shuffled.reduce<Answer>(withPart, withPart(null, { data: first, hasNext: true }));

          expect(sorted(answer.data)).toBe(sorted(whole));
          expect(JSON.stringify([first, shuffled])).toBe(before);
        },
      ),
      { seed: 4 },
    );
  });

  test('has the elements of a list of both parts together', () => {
    const first = withPart(null, { data: { list: [{ a: 1 }, { a: 2 }] }, hasNext: true });

    const answer = withPart(first, {
      incremental: [{ data: { list: [{ b: 1 }, { b: 2 }] } }],
      hasNext: false,
    });

    expect(answer).toEqual({
      data: {
        list: [
          { a: 1, b: 1 },
          { a: 2, b: 2 },
        ],
      },
    });
  });

  test('keeps what it has where a part failed, and gathers the errors', () => {
    const first = withPart(null, { data: { unit: { name: 'x' } }, errors: [{ message: 'one' }] });

    const answer = withPart(first, {
      incremental: [{ path: ['unit'], data: null, errors: [{ message: 'two' }] }],
    });

    expect(answer).toEqual({
      data: { unit: { name: 'x' } },
      errors: [{ message: 'one' }, { message: 'two' }],
    });
  });

  test('takes nothing for a place that it does not have', () => {
    const first = { data: { unit: null, list: [] } };

    const answer = withPart(first, {
      incremental: [
        { path: ['unit', 'chief'], data: { a: 1 } },
        { path: ['list', 0], data: { a: 1 } },
        { path: ['none'], data: { a: 1 } },
      ],
    });

    expect(answer).toEqual(first);
  });
});

/** Text of a value whose keys are in one order; unlike a comparison, it sees a key called `__proto__`. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${key}:${sorted(each)}`).join()}}`;
}
