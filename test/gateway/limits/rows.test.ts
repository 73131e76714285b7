import { expect, test } from '@jest/globals';
import { rowsOf } from '../../../gateway/limits/rows.js';
import { buildSchema, Kind, parse, type FieldNode } from 'graphql';

const schema = buildSchema('type Query { units(first: Int = 1000): [Int] }');

function fieldIn(text: string): FieldNode {
  const [definition] = parse(text).definitions;
  const node = definition?.kind === Kind.OPERATION_DEFINITION && definition.selectionSet.selections[0];
  if (!node || node.kind !== Kind.FIELD) throw new Error('There is a field.');
  return node;
}

test('a variable that is not given is none, also when it is called like what every object has', () => {
  const node = fieldIn('query ($toString: Int) { units(first: $toString) }');
  const field = schema.getQueryType()?.getFields()['units'];

  const { rows } = rowsOf({ node, field }, { variables: {}, defaultPage: 20, assumedList: 10 });

  expect(rows).toBe(1_000);
});
