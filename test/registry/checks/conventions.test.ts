import { describe, expect, test } from '@jest/globals';
import { aCheck, LINK, OWNER_SDL_TEXT } from '../a-check.js';
import { check } from '../../../schema/registry/checks/check.js';
import { aCheckInput } from '../a-check.js';

const WORDS = '"""\nTiếng Việt.\n\nEnglish.\n"""\n';

function found(sdl: string): readonly string[] {
  const guest = `${LINK} type Query { ${WORDS} g: Int } ${sdl}`;
  const { findings } = aCheck({ guest });
  return findings
    .filter((each) => each.check === 'CONVENTIONS')
    .map(({ code, coordinate }) => `${code} ${coordinate}`);
}

describe('what is customary in the graph is asked of what is new', () => {
  test.each([
    ['a description in both languages', `"Only one." type A { ${WORDS} x: Int }`, 'DESCRIPTION_MISSING A'],
    ['also of arguments', `${WORDS} type A { ${WORDS} x(y: Int): Int }`, 'DESCRIPTION_MISSING A.x(y:)'],
    ['types in PascalCase', `${WORDS} type small { ${WORDS} x: Int }`, 'TYPE_NAME small'],
    ['fields in camelCase', `${WORDS} type A { ${WORDS} Big_one: Int }`, 'FIELD_NAME A.Big_one'],
    ['values in upper case', `${WORDS} enum E { ${WORDS} small }`, 'VALUE_NAME E.small'],
    ['lists without gaps', `${WORDS} type A { ${WORDS} x: [Int]! }`, 'NULLABLE_ITEMS A.x'],
    ['ids as ID', `${WORDS} type A { ${WORDS} shopId: String }`, 'ID_TYPE A.shopId'],
    ['money not as Float', `${WORDS} type A { ${WORDS} totalAmount: Float }`, 'MONEY_AS_FLOAT A.totalAmount'],
    [
      'deprecation with words in both languages',
      `${WORDS} type A { ${WORDS} x: Int @deprecated(reason: "gone") }`,
      'DEPRECATION_REASON A.x',
    ],
    [
      'connections with edges and pageInfo',
      `${WORDS} type AConnection { ${WORDS} x: Int }`,
      'CONNECTION_SHAPE AConnection',
    ],
    [
      'Node types that node finds',
      `interface Node { id: ID! } ${WORDS} type A implements Node { id: ID! }`,
      'NODE_WITHOUT_KEY A',
    ],
  ])('%s', (_, sdl, finding) => {
    expect(found(sdl)).toContain(finding);
  });

  test('and nothing of what follows it all', () => {
    expect(
      found(`${WORDS} type A @key(fields: "id") { id: ID! ${WORDS} names(${WORDS} first: Int): [String!]! }`),
    ).toEqual([]);
  });
});

test('what was there before is left in peace', () => {
  const owner = OWNER_SDL_TEXT.replace('arrears: Int', 'arrears: Int Newer: Int');

  const findings = aCheck({ owner }).findings.filter((each) => each.check === 'CONVENTIONS');

  expect(findings.map(({ code, coordinate }) => `${code} ${coordinate}`).toSorted()).toEqual([
    'DESCRIPTION_MISSING Enterprise.Newer',
    'FIELD_NAME Enterprise.Newer',
  ]);
});

describe('names for what the graph is not to know are refused', () => {
  test.each([
    ['a type', 'type Suspect { x: Int }', 'Suspect'],
    ['a field', 'type A { homeAddress: String }', 'A.homeAddress'],
    ['an argument', 'type A { x(byPhone: String): Int }', 'A.x(byPhone:)'],
    ['an input field', 'input A { soCanCuoc: String } extend type Query { h(a: A): Int }', 'A.soCanCuoc'],
    ['a value', 'enum A { TON_GIAO }', 'A.TON_GIAO'],
  ])('%s', (_, sdl, coordinate) => {
    const { findings } = aCheck({ guest: `${LINK} type Query { g: Int } ${sdl}` });

    expect(findings.find((each) => each.check === 'PRIVACY')).toMatchObject({
      code: 'PRIVACY_WORD',
      severity: 'ERROR',
      coordinate,
    });
  });
});

test('each check is told as it is done', () => {
  const steps: string[] = [];

  check(aCheckInput({ owner: OWNER_SDL_TEXT }), (step) => steps.push(step.check));

  expect(steps).toEqual([
    'LIMITS',
    'CONVENTIONS',
    'PRIVACY',
    'OWNERSHIP',
    'COMPOSITION',
    'OWNERSHIP',
    'CONTRACT',
    'ACCESS',
    'BREAKING',
  ]);
});

test('the same input gives the same report', () => {
  const input = aCheckInput({ guest: `${LINK} type Query { g: Suspect } type Suspect { x: [Int] }` });

  expect(check(input)).toEqual(check(structuredClone(input)));
});
