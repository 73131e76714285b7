import { buildSchema, getOperationAST, parse } from 'graphql';
import { operationFrom } from '../../../../gateway/engine/accept/select.js';
import { planRequestFor, type PlanRequest } from '../../../../gateway/engine/plan/plan-request.js';

/** What clients of these tests see. */
export const SCHEMA = buildSchema(`
  scalar Day
  enum Rank { HIGH LOW }
  input Period { from: Int, note: String, ranks: [Rank!], within: Period }
  input Dated { day: Day }
  union Party = Org | Person
  type Org { id: ID! size: Int named(on: Day, rank: Rank): String find(name: String, first: Int, share: Float, period: Period): [Org!]! }
  type Person { id: ID! size: String born: Int }
  type Query { org(id: ID!): Org party: Party dated(on: Dated, days: [Day!]): Int tally(ids: [ID!], ranks: [[Rank]]): Int }
  type Mutation { rename(id: ID!, to: String!): Org count: Int }
`);

/** What the planner is asked for an operation; `variables` decide what is asked for. */
export function requestFor(text: string, variables: Readonly<Record<string, unknown>> = {}): PlanRequest {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('A test has one operation.');
  return planRequestFor(operationFrom({ schema: SCHEMA, document, operation, variables }));
}
