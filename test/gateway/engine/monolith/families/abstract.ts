import type { Sdls } from '../graph.js';

/** Interfaces and unions of entities and values, which not all subgraphs know whole. */
export const ABSTRACT: Sdls = {
  media: `
interface Work { id: ID! title: String maker: Maker }
interface Sized { size(in: Unit = BYTE): Int! }
enum Unit { BYTE PAGE }
union Hit = Book | Film | Note
type Query { works: [Work!] work: Work hit: Hit hits: [[Hit]!]! sized: [Sized] note: Note }
type Book implements Work & Sized @key(fields: "id") {
  id: ID! title: String maker: Maker size(in: Unit = BYTE): Int! pages: [Int]
}
type Film implements Work & Sized @key(fields: "id") {
  id: ID! title: String maker: Maker! size(in: Unit = BYTE): Int! length: Float related: [Work]
}
type Note implements Sized { size(in: Unit = BYTE): Int! text: String! about: Hit }
type Maker @key(fields: "id") { id: ID! }`,
  makers: `
interface Named { name: String! }
union Known = Maker | Book | Label
type Query { maker: Maker known: [Known!] named: Named }
type Maker implements Named @key(fields: "id") { id: ID! name: String! books: [Book!] born: Int known: Known }
type Label implements Named @shareable { name: String! colour: String }
type Book @key(fields: "id") { id: ID! label: Label rank: Int! }
type Film @key(fields: "id") { id: ID! rank: Float label: Label! cast: [Maker] }`,
  loans: `
interface Loan { due: String book: Book }
union Hit = Book | Film
type Query { loan: Loan loans: [Loan]! choice: Hit }
type Short implements Loan { due: String book: Book days: Int! }
type Long implements Loan { due: String book: Book! years: Int to: Maker }
type Book @key(fields: "id") { id: ID! loans: [Loan!]! choice: Hit }
type Film @key(fields: "id") { id: ID! shown: Boolean }
type Maker @key(fields: "id") { id: ID! debts: [Loan!] }`,
};

/** An interface that one subgraph takes for an object, and an interface with a key. */
export const INTERFACE_OBJECT: Sdls = {
  whole: `
interface Media @key(fields: "id") { id: ID! title: String }
type Query { media: [Media!] medium: Media book: Book }
type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int sequel: Media }
type Film implements Media @key(fields: "id") { id: ID! title: String length: Int! stars: [Media!]! }`,
  ratings: `
type Media @key(fields: "id") @interfaceObject { id: ID! rating: Int votes(of: String): [Int!]! similar: [Media] fan: Fan }
type Fan @key(fields: "id") { id: ID! loves: Media! liked: [Media!] }
type Query { best: Media rated: [Media] fan: Fan }`,
  notes: `
type Media @key(fields: "id") @interfaceObject { id: ID! title: String @external note: String @requires(fields: "title") tags: [String] }
type Query { noted: [Media!]! }`,
};
