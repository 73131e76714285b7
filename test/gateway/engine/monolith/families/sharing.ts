import type { Sdls } from '../graph.js';

/** Fields that several subgraphs answer, provide on some ways only, or took over from each other. */
export const SHARING: Sdls = {
  red: `
type Query { shared: Shared @shareable both: [Unit!] @shareable red: Unit pick(n: Int): Shared @shareable }
type Shared @shareable { a: Int deep: Deep list: [Deep!] }
type Deep @shareable { x: String! y: [Int] unit: Unit }
type Unit @key(fields: "id") {
  id: ID! name: String @shareable level: Int! @shareable moved: String
  owner: Owner @provides(fields: "nick home { town }")
}
type Owner @key(fields: "id") { id: ID! nick: String @external home: Home @external }
type Home { town: String @external }`,
  green: `
type Query { shared: Shared @shareable both: [Unit!] @shareable owner: Owner pick(n: Int): Shared @shareable }
type Shared @shareable { a: Int deep: Deep list: [Deep!] }
type Deep @shareable { x: String! y: [Int] unit: Unit }
type Unit @key(fields: "id") {
  id: ID! name: String @shareable moved: String @override(from: "red") green: Float @shareable
  owned: [Owner!]
}
type Owner @key(fields: "id") { id: ID! nick: String @shareable home: Home @shareable age: Int! }
type Home { town: String @shareable street: String! }`,
  blue: `
type Query { blue: [Unit] split: Split @shareable }
type Split { here: Int @shareable blue: String! unit: Unit @provides(fields: "green") }
type Unit @key(fields: "id") { id: ID! level: Int! @shareable blue: Int green: Float @external }`,
  grey: `
type Query { split: Split @shareable grey: Unit @provides(fields: "level") }
type Split { here: Int @shareable grey: Int! }
type Unit @key(fields: "id") { id: ID! level: Int! @external grey: [String!]! old: Int }`,
};

/** Roots that several subgraphs share, and the way back to them. */
export const ROOTS: Sdls = {
  left: `
type Query { left: Int me: User @shareable here: Viewer! @shareable users(first: Int! = 2): [User!]! }
type Viewer @shareable { name: String user: User! }
type User @key(fields: "id") { id: ID! left: String root: Query! }
type Mutation { setLeft(text: String): Int! makeLeft(input: Left!): Made }
input Left { text: String! n: Int = 7 more: [Left!] }
type Made { user: User query: Query count: Int! }`,
  right: `
type Query { right: [Int!] me: User @shareable here: Viewer! @shareable }
type Viewer @shareable { name: String user: User! }
type User @key(fields: "id") { id: ID! right: String! friend: User }
type Mutation { setRight(to: Int): Int! swap(a: ID!, b: ID): User mustSwap: User! fail: Int }`,
};
