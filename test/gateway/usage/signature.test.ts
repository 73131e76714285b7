import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate, type OperationDefinitionNode } from 'graphql';
import { coordinatesIn } from '../../../gateway/usage/coordinates.js';
import { signatureOf } from '../../../gateway/usage/signature.js';

const SCHEMA = buildSchema(`
  scalar Day
  enum Kind { UNION POLICE }
  input Where { name: String, kind: Kind, all: [Where!], born: Day }
  type Org { id: ID!, name: String, members(first: Int, where: Where): [Org!], paid(on: Day): Float }
  type Query { org(id: ID!): Org, orgs(where: Where, kinds: [Kind!]): [Org!] }`);

function signed(query: string) {
  const document = parse(query);
  return signatureOf(document, document.definitions[0] as OperationDefinitionNode);
}

describe('the signature of an operation', () => {
  test('is the same whatever values it is asked with, whatever aliases and variables are called, in whatever order', () => {
    const one = signed(
      `query Q($who: ID!, $n: Int) { org(id: $who) { b: name members(first: $n, where: { name: "An" }) { id } } }`,
    );
    const other = signed(
      `query Q($n: Int, $id: ID!) { org(id: $id) { members(where: { name: "Bình" }, first: $n) { id } x: name } }`,
    );

    expect(other.text).toBe(one.text);
    expect(other.signature).toBe(one.signature);
  });

  test('holds no value and no name that a client thought of, and is valid where the operation is', () => {
    const query = `query Q($secret: Day = "1990-01-01") {
      nguyenVanA: org(id: "079001234567") { name paid(on: $secret) }
      tranThiB: org(id: "079007654321") { ...part }
      orgs(where: { name: "An", all: [{ name: "B", kind: UNION }, { name: "C", kind: UNION }] }, kinds: [POLICE]) { id }
    } fragment part on Org { id members(first: 17) { name } } fragment unused on Org { id }`;

    const { text, document } = signed(query.replace(' fragment unused on Org { id }', ''));

    expect(text).not.toMatch(/nguyen|tran|0790|1990|secret|"An"|17|unused/);
    expect(text).toContain('kinds:[POLICE]');
    expect(validate(SCHEMA, document)).toEqual([]);
  });

  test('leaves out the other operations of the document', () => {
    expect(signed('query A { org(id: 1) { id } } query B { orgs { id } }').text).not.toContain('orgs');
  });
});

test('the coordinates of an operation are its fields, arguments, fields of input, enum values and types of variables', () => {
  const { document } = signed(`query Q($where: Where) {
    org(id: 1) { members(where: $where) { id } } orgs(where: { kind: UNION }) { name } }`);

  expect(coordinatesIn(document, SCHEMA)).toEqual([
    'Kind.UNION',
    'Org.id',
    'Org.members',
    'Org.members(where:)',
    'Org.name',
    'Query.org',
    'Query.org(id:)',
    'Query.orgs',
    'Query.orgs(where:)',
    'Where',
    'Where.kind',
  ]);
});
