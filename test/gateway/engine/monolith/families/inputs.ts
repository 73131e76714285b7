import type { Sdls } from '../graph.js';

/** Arguments of every kind, at the root and within entities. */
export const INPUTS: Sdls = {
  first: `
scalar Any
enum Order { UP DOWN }
input Filter { text: String = "all" n: [Int] = [1, 2] order: Order = UP not: Filter must: Boolean! = true any: Any }
type Query {
  find(by: Filter, ids: [ID!], n: Int! = 3): [Row!]
  row(id: ID!, grid: [[Float]]): Row
  plain(a: Int, b: Float, c: Boolean, d: String, e: ID, f: Any): Any
}
type Row @key(fields: "id") { id: ID! name(order: Order!, times: Int = 1): String any(of: Any): Any order: Order }`,
  second: `
scalar Any
enum Order { UP DOWN }
input Filter { text: String = "all" n: [Int] = [1, 2] order: Order = UP not: Filter must: Boolean! = true any: Any }
type Query { rows(by: [Filter!]! = [{ text: "x", must: false }]): [Row] }
type Row @key(fields: "id") {
  id: ID! sub(by: Filter! = { n: 5 }, after: [ID]): [Row!] value(a: Order = DOWN, b: [[Int!]!]): Float! orders(by: [Order!]): [Order!]
}`,
};
