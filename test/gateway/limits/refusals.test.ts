import { limitsFor } from '../../../gateway/limits.js';
import { cost, refusal, SCHEMA, settings } from './a-schema.js';
import { describe, expect, test } from '@jest/globals';

const nested = (levels: number) => `{ org ${'{ parent '.repeat(levels)} { id } ${'}'.repeat(levels)} }`;
const aliases = (count: number) =>
  `{ org { ${Array.from({ length: count }, (_, n) => `a${n}: name`).join(' ')} } }`;

describe('an operation is refused before any work', () => {
  test.each([
    ['depth', nested(19), { limit: 'depth', allowed: 20, found: 21 }],
    ['aliases', aliases(31), { limit: 'aliases', allowed: 30, found: 31 }],
    ['root fields', `{ ${'org { id } '.repeat(21)} }`, { limit: 'rootFields', allowed: 20, found: 21 }],
    ['tokens', `{ ${'org '.repeat(5_000)} }`, { limit: 'tokens', allowed: 4_000, found: 4_001 }],
    [
      'cost',
      '{ orgs(first: 1001) { id } }',
      { limit: 'cost', allowed: 1_000, found: 1_001, cost: { estimate: 1_001, allowed: 1_000 } },
    ],
  ])('for its %s', (_, query, expected) => {
    expect(refusal(query)).toEqual({ code: 'QUERY_TOO_COMPLEX', messageVi: expect.any(String), ...expected });
  });

  test('for its directives, wherever they stand', () => {
    const yes = '@include(if: true) ';
    const query = `query ($n: Int ${yes.repeat(10)}) ${yes.repeat(12)} { org { id ${yes.repeat(10)} ...F ...F @skip(if: false) } }
      fragment F on Org ${yes.repeat(3)} { ... ${yes.repeat(2)} { name ${yes.repeat(4)} } }`;

    expect(refusal(query)).toEqual({
      code: 'QUERY_TOO_COMPLEX',
      messageVi: expect.stringContaining('số chỉ thị'),
      limit: 'directives',
      allowed: 50,
      found: 10 + 12 + 10 + 1 + 2 * (3 + 2 + 4),
    });
  });

  test('for directives that hide in fragments of fragments', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, n) => `fragment F${n} on Org { ...F${n + 1} ...F${n + 1} }`,
    );
    const query = `{ org { ...F0 } } ${fragments.join(' ')} fragment F60 on Org { name @skip(if: false) }`;

    expect(refusal(query)).toMatchObject({ code: 'QUERY_TOO_COMPLEX' });
  });

  test('for a page of a million rows that stands in a variable', () => {
    expect(refusal('query ($n: Int) { orgs(first: $n) { id } }', { n: 1_000_000 })).toMatchObject({
      limit: 'cost',
    });
  });

  test('for aliases that hide in fragments of fragments', () => {
    const query = `{ org { ...A ...A } } fragment A on Org { ...B ...B } fragment B on Org { ...C ...C }
      fragment C on Org { a: name b: name c: name d: name }`;

    expect(refusal(query)).toMatchObject({ limit: 'aliases', found: 32 });
  });

  test('stands at the limit, not below it', () => {
    expect(refusal(nested(18))).toBeNull();
    expect(refusal(aliases(30))).toBeNull();
    expect(refusal(`{ org { name ${'@skip(if: false) '.repeat(50)} } }`)).toBeNull();
    expect(refusal('{ orgs(first: 1000) { id } }')).toBeNull();
  });
});

describe('measuring takes no longer than the text is long', () => {
  test('for fragments that double at every step', () => {
    const steps = Array.from(
      { length: 300 },
      (_, n) => `fragment F${n} on Org { parent { ...F${n + 1} ...F${n + 1} } }`,
    );
    const query = `{ org { ...F0 } } ${steps.join(' ')} fragment F300 on Org { id }`;

    expect(refusal(query)).toMatchObject({ limit: 'depth', found: 302 });
  });

  test('for pages within pages whose product no number holds', () => {
    const deep = limitsFor(SCHEMA, { ...settings, QUERY_MAX_DEPTH: 10_000 });
    const query = `{ org ${'{ children(first: 1000) { edges { node '.repeat(200)} { id } ${'} } }'.repeat(200)} }`;

    expect(() => deep.admit({ query, variables: {} })).toThrow(`${Number.MAX_SAFE_INTEGER}`);
  });

  test('for fragments that contain themselves', () => {
    expect(
      cost('{ org { ...A } } fragment A on Org { parent { ...B } } fragment B on Org { parent { ...A } }'),
    ).toBe(3);
  });
});
