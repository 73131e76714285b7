import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse, print, validate, visit } from 'graphql';
import { requestFor, SCHEMA } from './requests.js';

/** How a client writes one and the same question. */
interface Wording {
  readonly names: readonly string[];
  readonly strings: readonly string[];
  readonly numbers: readonly number[];
  /** Whether variables are declared in the order in which they are used. */
  readonly isInOrder: boolean;
}

const WORDING: fc.Arbitrary<Wording> = fc.record({
  names: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/), { minLength: 8, maxLength: 8 }),
  strings: fc.uniqueArray(fc.string(), { minLength: 3, maxLength: 3 }),
  numbers: fc.uniqueArray(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 3, maxLength: 3 }),
  isInOrder: fc.boolean(),
});

/** One question in a client's words; `$x` and aliases are names, the rest are values. */
function worded({ names, strings, numbers, isInOrder }: Wording): string {
  const [a, b, c, d, e, f, v, w] = names;
  const [s, t, u] = strings.map((each) => JSON.stringify(each));
  const [m, n, o] = numbers;
  const declared = [`$${v}: String`, `$${w}: Int = 3`];
  return `query ${e}(${(isInOrder ? declared : declared.toReversed()).join(', ')}) {
    ${a}: org(id: ${s}) { ${b}: find(name: $${v}, first: ${m}) { ${c}: id } ${d}: find(name: $${v}, first: $${w}) { id } }
    ${f}: party { ... on Org { ${a}: find(name: ${t}, period: { from: ${n}, note: ${u}, ranks: [HIGH] }) { ${b}: size } }
      ... on Person { ${c}: size } }
    tally(ids: [${s}, ${t}]) ${b}: tally(ids: [${o}])
  }`;
}

describe('what the planner is asked', () => {
  test('operations that differ in names and values alone are asked in one text, with their own values', () => {
    fc.assert(
      fc.property(WORDING, WORDING, (one, other) => {
        const [first, second] = [requestFor(worded(one)), requestFor(worded(other))];

        expect(second.text).toBe(first.text);
        expect(second.literals.map(({ value }) => value)).toContainEqual(other.numbers[0]);
        expect([...second.variables.values()]).toEqual([other.names[6], other.names[7]]);
      }),
    );
  });

  test('the text is a valid operation that shows no word of the client', () => {
    fc.assert(
      fc.property(WORDING, (wording) => {
        const { document, text } = requestFor(
          worded({ ...wording, names: wording.names.map((n) => `my_${n}`) }),
        );

        expect(document && validate(SCHEMA, document)).toEqual([]);
        expect(document && print(document)).toBe(print(parse(text)));
        expect(text).not.toContain('my_');
      }),
    );
  });

  test('the document can be looked into, copied and changed like any other', () => {
    const copied = { ...requestFor('{ org(id: 1) { id size } }').document };
    const { document } = requestFor('{ org(id: 1) { id size } }');
    const changed =
      document && visit(document, { Field: (node) => (node.name.value === 'size' ? null : undefined) });

    expect(copied.definitions).toHaveLength(1);
    expect(changed && print(changed)).not.toContain('size');
    expect(document && print(document)).toContain('size');
  });

  test('equal values of one type travel once, and a leaf that they are given to is fetched once', () => {
    const { literals, text } = requestFor('{ a: tally(ids: "x") b: tally(ids: "x") c: tally(ids: "y") }');

    expect(literals.map(({ value }) => value)).toEqual(['x', 'y']);
    expect(text.match(/tally__1:/g)).toHaveLength(2);
    expect(text.match(/tally__2:/g)).toHaveLength(1);
  });

  test('objects under two names are fetched apart, so that one does not become null for the other', () => {
    const { text } = requestFor(
      '{ a: org(id: "x") { id } b: org(id: "x") { size } a: org(id: "x") { size } }',
    );

    expect(text.match(/org__1:/g)).toHaveLength(2);
    expect(text.match(/org__2:/g)).toHaveLength(1);
  });

  test('a value that is written and one that is sent along make one text', () => {
    expect(requestFor('query ($id: ID!) { org(id: $id) { id } }').text).toBe(
      requestFor('{ org(id: 7) { id } }').text,
    );
  });

  test('one change under two names is two changes, and under one name one', () => {
    const twice = requestFor(
      'mutation { a: rename(id: 1, to: "x") { id } b: rename(id: 1, to: "x") { id } }',
    );
    const once = requestFor(
      'mutation { a: rename(id: 1, to: "x") { id } a: rename(id: 1, to: "x") { size } }',
    );

    expect(new Set(twice.text.match(/rename__\d/g)).size).toBe(2);
    expect(new Set(once.text.match(/rename__\d/g)).size).toBe(1);
  });

  test('a variable that only decides what is asked is not declared', () => {
    const { text, variables } = requestFor(
      'query ($if: Boolean = true, $id: ID!) { org(id: $id) { id @include(if: $if) } }',
      { if: true },
    );

    expect(text).toMatch(/^query\(\$v1:ID!\)\{/);
    expect([...variables]).toEqual([['v1', 'id']]);
  });

  test('what only the gateway answers leaves nothing to plan', () => {
    expect(requestFor('{ __typename __schema { queryType { name } } }').document).toBeNull();
  });

  test('fields of one name and of different types have keys of their own', () => {
    const { text } = requestFor('{ party { ... on Org { size } ... on Person { size } } }');

    expect(text).toContain('size__1:size');
  });
});
