import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  astFromValue,
  GraphQLID,
  GraphQLFloat,
  GraphQLString,
  parseType,
  parseValue,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
} from 'graphql';
import { Literals } from '../../../../gateway/engine/plan/literals.js';
import { SCHEMA } from './requests.js';

const typeOf = (text: string) => typeFromAST(SCHEMA, parseType(text)) as GraphQLInputType;

/** Calls values l0, l1 and so on. */
function literalsFrom0(): Literals {
  let count = 0;
  return new Literals(() => `l${count++}`);
}

describe('values that are taken out of an operation', () => {
  test.each([
    [
      'Period',
      '{ from: 1, ranks: HIGH, within: { note: "x" } }',
      { from: 1, ranks: 'HIGH', within: { note: 'x' } },
    ],
    ['[[Rank]]', '[[HIGH, LOW], LOW]', [['HIGH', 'LOW'], 'LOW']],
    ['ID!', '9007199254740991', 9_007_199_254_740_991],
    ['Float', '-1e3', -1_000],
    ['Boolean', 'false', false],
  ])('%s %s goes as JSON', (type, text, value) => {
    const literals = literalsFrom0();

    expect(literals.take(parseValue(text), typeOf(type))).toBe('l0');
    expect(literals.all).toEqual([{ variable: 'l0', type: typeOf(type), value }]);
  });

  test.each([
    ['an own scalar, whose literals only its agency can read', 'Day', '"2026-01-01"'],
    ['an object that holds one', 'Dated', '{ day: "2026-01-01" }'],
    ['a list of them', '[Day!]', '["2026-01-01"]'],
    ['a number that JSON would round', 'ID', '9007199254740993'],
    ['a number that JSON does not know', 'Float', '1e999'],
    ['null', 'String', 'null'],
    ['what holds a variable', 'Period', '{ note: $note }'],
  ])('%s stays where it is', (_, type, text) => {
    expect(literalsFrom0().take(parseValue(text), typeOf(type))).toBeNull();
  });

  test('any text or number arrives as it was written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(fc.constant(GraphQLString), fc.string({ unit: 'binary' })),
          fc.tuple(fc.constant(GraphQLID), fc.string()),
          fc.tuple(fc.constant(GraphQLFloat), fc.double({ noNaN: true, noDefaultInfinity: true })),
        ),
        ([type, value]) => {
          const node = astFromValue(value, type);
          if (!node) throw new Error('Every value has a literal.');
          const literals = literalsFrom0();
          literals.take(node, type);

          const [taken] = literals.all;
          const sent: unknown = taken ? JSON.parse(JSON.stringify(taken.value)) : valueFromAST(node, type);
          expect(type.parseValue(sent)).toEqual(type.parseLiteral(node));
        },
      ),
    );
  });

  test('equal values of different types are two', () => {
    const literals = literalsFrom0();

    const names = ['ID', 'String', 'ID'].map((type) => literals.take(parseValue('"x"'), typeOf(type)));

    expect(names).toEqual(['l0', 'l1', 'l0']);
  });
});
