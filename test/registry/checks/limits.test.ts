import { describe, expect, test } from '@jest/globals';
import { aCheck, errorsOf, LINK, OWNER_SDL_TEXT, warningsOf } from '../a-check.js';

const FINE = `${LINK} type Query { g(of: Int = 1): Int }`;
const fields = (count: number) => Array.from({ length: count }, (_, index) => `f${index}: Int`).join(' ');

describe('a hostile SDL is refused before it is composed', () => {
  test.each([
    ['9 MB', `# ${'x'.repeat(9_000_000)}\n${FINE}`, 'SDL_TOO_LARGE'],
    ['50,000 types', `${FINE}${'type A{b:Int}'.repeat(50_000)}`, 'SDL_TOO_MANY_TYPES'],
    ['more tokens than are read', `${FINE} type Long { ${fields(170_000)} }`, 'SDL_TOO_LONG'],
    [
      'a value nested deeper than a parser can follow',
      `${LINK} type Query { g(of: Int = ${'['.repeat(100_000)}`,
      'SDL_TOO_DEEP',
    ],
    [
      'a huge default value',
      `${LINK} type Query { g(of: String = "${'x'.repeat(2_000)}"): Int }`,
      'DEFAULT_TOO_LARGE of',
    ],
    ['a huge description', `${LINK} "${'x'.repeat(20_000)}" type Query { g: Int }`, 'DESCRIPTION_TOO_LARGE'],
    [
      'a text that turns the direction of reading',
      `${LINK} "a\u202Eb" type Query { g: Int }`,
      'UNSEEN_LETTERS',
    ],
    [
      'a text with letters that cannot be seen',
      `${LINK} type Query { g: Int @tag(name: "a\u200Bb") }`,
      'UNSEEN_LETTERS',
    ],
    [
      'a scope with a Cyrillic letter',
      `${LINK} type Query { g: Int @requiresScopes(scopes: [["disputes:re\u0430d"]]) }`,
      'CONFUSABLE_TEXT',
    ],
    ['a name with a Cyrillic letter', `${LINK} type Query { enterpris\u0435: Int }`, 'CONFUSABLE_NAME'],
    [
      'a type that would be taken for machinery',
      `${LINK} type Query { g: Int } type A__B { x: Int }`,
      'RESERVED_NAME A__B',
    ],
    [
      'a type under the name of a specification',
      `${LINK} type Query { g: Int } type federation__Mine { x: Int }`,
      'RESERVED_NAME federation__Mine',
    ],
    ['a field with a name of machinery', `${LINK} type Query { a__b: Int }`, 'RESERVED_NAME a__b'],
    [
      'an argument with a name of machinery',
      `${LINK} type Query { g(a__b: Int): Int }`,
      'RESERVED_NAME a__b',
    ],
    ['a value with a name of machinery', `${LINK} type Query { g: E } enum E { A__B }`, 'RESERVED_NAME A__B'],
    [
      'a directive with a name of machinery',
      `${LINK} type Query { g: Int } directive @a__b on FIELD`,
      'RESERVED_NAME a__b',
    ],
    [
      'a field of a type of machinery',
      `${LINK} type Query { g: link__Purpose } enum link__Purpose { SECURITY EXECUTION }`,
      'RESERVED_NAME link__Purpose',
    ],
    ['what does not parse', `${LINK} type Query {`, 'INVALID_GRAPHQL'],
  ])('%s', (_, guest, finding) => {
    const report = aCheck({ guest });

    expect(errorsOf(report)).toEqual([finding]);
    expect(report.findings.every(({ check }) => check === 'LIMITS')).toBe(true);
    expect(report.composition).toBeUndefined();
  });

  test('with the line where that is known', () => {
    const [finding] = aCheck({ guest: `${LINK}\ntype Query {\n  g: }` }).findings;

    expect(finding).toMatchObject({ code: 'INVALID_GRAPHQL', line: 6 });
    expect(finding?.remedy.vi).toContain('dòng 6');
  });

  test('and markup in a description is pointed out', () => {
    const guest = `${LINK} "<script>alert(1)</script>" type Query { g: Int }`;

    expect(warningsOf(aCheck({ guest }))).toContain('MARKUP_IN_DESCRIPTION');
  });
});

describe('names that look like those of other agencies are pointed out', () => {
  test.each(['ENTERPRISE', 'Enterpr1se', 'En_terprise', 'Klosk'])('%s', (name) => {
    const guest = `${LINK} type Query { g: ${name} } type ${name} { x: Int }`;

    expect(warningsOf(aCheck({ guest }))).toContain(`CONFUSABLE_NAME ${name}`);
  });
});

test('an SDL within the limits is judged', () => {
  expect(errorsOf(aCheck({ guest: FINE }))).toEqual([]);
  expect(errorsOf(aCheck({ owner: OWNER_SDL_TEXT }))).toEqual([]);
});

test('an SDL may spell out the specifications that it follows', () => {
  const guest = `${LINK} type Query { g: Int }
    directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
    scalar link__Import enum link__Purpose { SECURITY EXECUTION } scalar federation__FieldSet
    directive @key(fields: federation__FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
    directive @federation__extends on OBJECT | INTERFACE`;

  expect(errorsOf(aCheck({ guest }))).toEqual([]);
});
