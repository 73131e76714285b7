import { expect, test } from '@jest/globals';
import { DecidedOperations } from '../../../../gateway/engine/accept/decided.js';
import { Documents } from '../../../../gateway/engine/accept/documents.js';
import { operationFrom } from '../../../../gateway/engine/accept/select.js';
import { buildSchema, getOperationAST, parse } from 'graphql';

const schema = buildSchema('type Query { a: Int b: Int part: Query }');

function decide(text: string) {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is one operation.');
  return operationFrom({ schema, document, operation, variables: {} });
}

test('one operation is decided once for each decision, whatever else the document holds', () => {
  const documents = new Documents(schema, parse, () => undefined);
  const text = 'query A($b: Boolean!) { a b @skip(if: $b) } query B { b }';
  const [a, b] = ['A', 'B'].map((name) => documents.get(text)?.operation(name));

  expect(a?.decide({ b: true })).toBe(a?.decide({ b: true }));
  expect(a?.decide({ b: true }).selection).toHaveLength(1);
  expect(a?.decide({ b: false }).selection).toHaveLength(2);
  expect(b?.decide({}).selection).toMatchObject([{ name: 'b' }]);
});

test('what is kept is bounded by the bytes of all operations together', () => {
  const decided = new DecidedOperations(20_000);
  const first = decided.get('first', () => decide('{ part { a b } }'));

  const again = decided.get('first', () => decide('{ a }'));
  decided.get('second', () => decide('{ part { part { a b } } }'));
  const anew = decided.get('first', () => decide('{ a }'));

  expect(again).toBe(first);
  expect(anew).not.toBe(first);
});
