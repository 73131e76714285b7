import type { Sdls } from '../graph.js';

/** Fields that require others: nested, through lists, in chains. */
export const REQUIRES: Sdls = {
  base: `
type Query { item: Item items: [Item!] }
type Item @key(fields: "id") {
  id: ID! weight: Int size: Size! parts: [Part!]! name: String! codes: [[String]!] parent: Item
}
type Size @shareable { width: Int! height: Float unit: Unit }
type Part { label: String! size: Size }
enum Unit { METRE FOOT }`,
  cost: `
type Query { cheapest: Item pair: [Item] }
type Item @key(fields: "id") {
  id: ID!
  weight: Int @external
  size: Size! @external
  parts: [Part!]! @external
  codes: [[String]!] @external
  fee: Int @requires(fields: "weight")
  box: String! @requires(fields: "size { height width unit }")
  bill(currency: String = "VND", vat: Boolean): Float @requires(fields: "weight parts { label size { width } }")
  check: [Int!] @requires(fields: "codes")
  rival: Item @requires(fields: "weight")
}
type Size @shareable { width: Int! height: Float unit: Unit }
type Part { label: String! @external size: Size @external }
enum Unit { METRE FOOT }`,
  offers: `
type Query { offer: Item }
type Item @key(fields: "id") {
  id: ID!
  fee: Int @external
  box: String! @external
  name: String! @external
  offer: String @requires(fields: "fee box")
  sign: [String] @requires(fields: "name fee")
  bundle: [Item!] @requires(fields: "name")
}`,
};

/** Fields that require a field with arguments, which the client may select with others. */
export const REQUIRES_ARGUMENTS: Sdls = {
  prices: `
enum Money { VND USD }
input Round { digits: Int = 2 up: Boolean }
type Query { good: Good goods: [Good!]! }
type Good @key(fields: "id") {
  id: ID! price(in: Money = VND, round: Round): Float stock(at: [ID!]): Int text(short: Boolean!): String!
  maker: Maker
}
type Maker @key(fields: "id") { id: ID! rate(in: Money!): Float }`,
  shop: `
enum Money { VND USD }
input Round { digits: Int = 2 up: Boolean }
type Query { sale: [Good] }
type Good @key(fields: "id") {
  id: ID!
  price(in: Money = VND, round: Round): Float @external
  stock(at: [ID!]): Int @external
  text(short: Boolean!): String! @external
  maker: Maker @external
  dollars: String @requires(fields: "price(in: USD)")
  dongs: String @requires(fields: "price(in: VND, round: { digits: 0 })")
  near: Int @requires(fields: "stock(at: [\\"a\\", \\"b\\"])")
  far: Int @requires(fields: "stock(at: \\"c\\") text(short: true)")
  long(price: Int): String @requires(fields: "text(short: false) price")
  duty: Int @requires(fields: "maker { rate(in: USD) }")
}
type Maker @key(fields: "id") { id: ID! rate(in: Money!): Float @external own: Int @requires(fields: "rate(in: VND)") }`,
};
