import { expect, test } from '@jest/globals';
import { surveyOf } from '../../../../gateway/engine/accept/survey.js';
import { parse } from 'graphql';

test('a survey names the variables of conditions, wherever these stand, each once', () => {
  const document = parse(`
    query ($b: Boolean!, $a: Boolean!, $c: Boolean!, $n: Int) { x(n: $n) @include(if: $b) { ... @skip(if: $a) { y } ...F } }
    fragment F on X { z @skip(if: $b) @include(if: true) w @note(if: $n) ...G @skip(if: $c) }
  `);

  expect(surveyOf(document)).toEqual({ conditions: ['a', 'b', 'c'], asksSchema: false });
});

test.each([
  ['at the top', '{ a __schema { types { name } } }'],
  ['under another name', '{ a: __type(name: "X") { name } }'],
  ['in a fragment', '{ ...F } fragment F on Query { ... { __schema { types { name } } } }'],
])('a survey finds what is asked of the schema itself %s', (_, text) => {
  expect(surveyOf(parse(text)).asksSchema).toBe(true);
});
