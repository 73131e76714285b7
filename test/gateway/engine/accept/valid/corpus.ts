import { buildSchema } from 'graphql';

/** A schema with everything that a document can be wrong about. */
export const SCHEMA = buildSchema(`
  directive @note(text: String!, level: Int = 1) on FIELD | FRAGMENT_SPREAD
  directive @often(n: Int) repeatable on FIELD | INLINE_FRAGMENT | QUERY
  scalar Day
  scalar Anything
  enum Rank { HIGH LOW }
  enum Side { LEFT RIGHT }
  input Period { from: Int! to: Int! = 9 note: String ranks: [Rank!] within: Period days: [[Day]] }
  input Choice @oneOf { id: ID name: String period: Period }
  interface Node { id: ID! }
  interface Named implements Node { id: ID! name(short: Boolean = false): String parent: Named }
  type Org implements Named & Node { id: ID! name(short: Boolean = false): String parent: Org size: Int! people(first: Int! = 5, rank: Rank): [Person!]! }
  type Person implements Named & Node { id: ID! name(short: Boolean = false): String parent: Person size: String rank: Rank! born: Day }
  type Place implements Node { id: ID! at: [[Float!]]! owner: Party rank: Side }
  union Party = Org | Person
  union Spot = Place | Org
  type Query {
    node(id: ID!): Node
    named: [Named!]
    party: Party!
    spot(choice: Choice): Spot
    org(id: ID!, period: Period): Org
    tally(ids: [ID!]!, ranks: [[Rank]], share: Float, any: Anything, day: Day): Int
    count(of: [Int!] = [1], until: Int! = 3): Int
  }
  type Mutation { rename(id: ID!, to: String): Org count: Int }
  type Subscription { changed: Org }
`);

/** Plain documents as clients write them, all of them valid. */
export const PLAIN: readonly string[] = [
  '{ org(id: 1) { id name people(first: 3, rank: HIGH) { id rank __typename } } __typename }',
  'query A($id: ID!, $n: Int, $if: Boolean = true) { org(id: $id) { people(first: $n) { id @include(if: $if) name @skip(if: false) } } }',
  'query ($ids: [ID!]!, $id: ID!, $rank: Rank, $list: [Rank]) { a: tally(ids: $ids) b: tally(ids: [$id, "x"], ranks: [[$rank], $list, LOW]) }',
  'query ($p: Period, $from: Int = 2, $day: Day) { org(id: "x", period: { from: $from, ranks: HIGH, within: { from: 1, days: [[$day]] } }) { size } other: org(id: 2, period: $p) { id } }',
  'query ($short: Boolean!, $until: Int) { node(id: 5) { id ... on Named { name(short: $short) } ... on Place { at owner { ... on Org { size } } } } count(until: $until) }',
  'query ($v: Boolean!) { party { ...P ... on Org { people { ...P } } } } fragment P on Person { id born rank parent { ...Q @include(if: $v) } } fragment Q on Person { id name }',
  'mutation ($to: String) { rename(id: 1, to: $to) { id parent { id } parent { name } } again: rename(id: "2", to: null) { size } }',
  '{ spot { ... on Node { id } ... on Place { id at } ... on Org { id parent { id } } } named { id ... @skip(if: true) { id parent { id } } } }',
  'query ($x: [Int!] = [1, 2], $any: Anything, $day: Day = "d") { tally(ids: "one", any: $any, day: $day, share: 1) count(of: $x) c: count(of: 4) }',
  '{ named { id @note(text: "x") parent { ... { name } } } tally(ids: [], any: "z", day: 3, share: -1.5e3) }',
];

/** Documents that are left to the full validation, or wrong, as a stock of parts. */
export const OTHER: readonly string[] = [
  'query A { count } query B { count(of: 1) }',
  'subscription { changed { id } }',
  '{ __schema { types { name } } __type(name: "Org") { fields { name } } }',
  '{ spot(choice: { id: 1 }) { __typename } a: spot(choice: { name: "x", id: null }) { __typename } }',
  'query ($c: Choice!, $i: ID) @often { spot(choice: $c) { __typename } b: spot(choice: { id: $i }) { __typename } }',
  '{ party { ... on Org { size } ... on Person { size } ... on Place { id } } nothing ghost(x: 1) { y } }',
  '{ tally(ids: [null], any: { a: [1, { b: $x }] }) org { id } a: org(id: 1) { name } a: org(id: 2) { name } }',
  'query ($a: Org, $b: Int!, $b: Ghost, $c: [[Int!]!]! = [[1]], $d: Int = null, $e: Rank = UP) { count(of: $a, until: $d) }',
  '{ ...Loop } fragment Loop on Query { count ...Loop } fragment Unused on Rank { x }',
  '{ count @skip count @include(if: "x") @skip(if: true, if: false) @ghost @often(n: 1) @often @note(level: 99999999999) }',
  'query ($s: String!, $f: Float, $ok: Boolean, $p: Period!) { org(id: $s, period: { from: 1.5, to: null, ghost: 1, from: 2 }) { people(first: null) { id } } tally(ids: $f, share: $f, ranks: { a: 1 }) }',
];
