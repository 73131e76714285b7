import { expect, test } from '@jest/globals';
import { buildSchema, introspectionFromSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { projectPath } from '../../../schema/contract/project.js';
import { apiSchemaFrom, apiText } from '../../../gateway/supergraph/api/build.js';
import { stateApi } from '../../../gateway/supergraph/api/state.js';
import { WITHOUT_BREAKS } from '../../../gateway/supergraph/pace.js';

/** Everything that a schema may have. */
const RICH = `
  """What clients see."""
  schema { query: Root mutation: Changes }

  """Marks things."""
  directive @mark(by: [String!]! = ["a", "b"], how: How = WELL) repeatable on FIELD | QUERY

  scalar Day @specifiedBy(url: "https://example.org/day")
  enum How { "Well." WELL BADLY @deprecated(reason: "be good") toString }
  union Any = One | Other
  interface Named { name: String }
  interface Base implements Named { name: String id: ID! }
  input Filter { text: String = "x\\ny" within: [Filter!] how: How! = BADLY old: Int @deprecated }
  input Choice @oneOf { id: ID name: String }
  type One implements Base & Named { name: String id: ID! next(filter: Filter = { how: WELL }, first: Int = 10): [[Any!]]! }
  type Other { old: Int @deprecated(reason: "gone") constructor: Float }
  type Root { one(choice: Choice): One any: [Any] named: Named base: Base }
  type Changes { change(day: Day!): Day }
  type Alone { a: Int }`;

async function again(sdl: string) {
  const schema = buildSchema(sdl);
  return { schema, made: await apiSchemaFrom(apiText(stateApi(schema)), WITHOUT_BREAKS) };
}

test('a schema that was written down and made again is the same in every part', async () => {
  const { schema, made } = await again(RICH);

  expect(printSchema(made)).toBe(printSchema(schema));
  expect(introspectionFromSchema(made)).toEqual(introspectionFromSchema(schema));
});

test("the hub's own schema is the same when it is made again, in the same order", async () => {
  const { schema, made } = await again(readFileSync(projectPath('schema', 'sdl', 'api.graphql'), 'utf8'));

  expect(printSchema(made)).toBe(printSchema(schema));
  expect(printSchema(lexicographicSortSchema(made))).toBe(printSchema(lexicographicSortSchema(schema)));
});

test('a default that only its scalar understands is the same value', async () => {
  const { made } = await again('scalar Any type Query { a(any: Any = { of: [1, 2.5], in: null }): Int }');

  expect(made.getQueryType()?.getFields()['a']?.args[0]?.defaultValue).toEqual({ of: [1, 2.5], in: null });
});
