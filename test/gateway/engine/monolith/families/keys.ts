import type { Sdls } from '../graph.js';

/** Entities with one key, which refer to each other across subgraphs. */
export const KEYS: Sdls = {
  catalogue: `
type Query { item: Item items: [Item!]! shelf(label: String = "top"): Shelf mustItem: Item! matrix: [[Item]!] }
type Item @key(fields: "id") { id: ID! name: String price: Int! tags: [String!] shelf: Shelf! twin: Item }
type Shelf @key(fields: "id") { id: ID! label: String! items: [Item] }`,
  people: `
type Query { person(name: String!): Person people: [Person] }
type Person @key(fields: "id") {
  id: ID! name: String! friends: [Person!] likes: [Item!]! bought: Item at: Place
}
type Place { town: String! warden: Person item: Item! }
type Item @key(fields: "id") {
  id: ID! buyers(first: Int): [Person]! seller: Person stars: [Float!]! grid: [[Int!]]!
}
type Shelf @key(fields: "id") { id: ID! keeper: Person! }`,
};

/** Several keys, keys of several and of nested fields, keys that open nothing, and ways over a third subgraph. */
export const MANY_KEYS: Sdls = {
  one: `
type Query { ones: [Thing!] one: Thing spot: Spot group: Group }
type Thing @key(fields: "id") @key(fields: "code", resolvable: false) { id: ID! code: String! first: Int }
type Spot @key(fields: "row column") @key(fields: "row", resolvable: false) { row: Int! column: Int! shade: String }
type Group @key(fields: "lead { id } rank") { lead: Thing! rank: Int! title: String }`,
  two: `
type Query { twos: [Thing] two: Thing! }
type Thing @key(fields: "id") @key(fields: "code") @key(fields: "mark { left right }") {
  id: ID! code: String! mark: Mark! second: String! next: Thing spots: [Spot]
}
type Mark @shareable { left: Int! right: String! }
type Spot @key(fields: "row column", resolvable: false) { row: Int! column: Int! }`,
  three: `
type Query { three: Thing threes: [[Thing!]] spots: [Spot!]! groups: [Group] }
type Thing @key(fields: "mark { left right }") @key(fields: "id", resolvable: false) {
  id: ID! mark: Mark! third: [Int] group: Group thing: Thing
}
type Mark @shareable { left: Int! right: String! }
type Spot @key(fields: "row column") { row: Int! column: Int! depth: Float thing: Thing! }
type Group @key(fields: "rank lead { id }") { lead: Thing! rank: Int! size: Int members: [Group!] }`,
};
