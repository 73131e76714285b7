import { limitsFor } from '../../../gateway/limits.js';
import { costRules, type StatedCosts } from '../../../gateway/limits/cost-rules.js';
import { LIMIT_DEFAULTS } from '../../../gateway/limits/settings.js';
import { checkSupergraph, parseSupergraph } from '../../../gateway/supergraph/check.js';
import { statedCosts } from '../../../gateway/supergraph/costs.js';
import { composeSupergraph } from '../../../schema/registry/compose.js';

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@shareable", ${imports}])`;

const ARCHIVE = `${link('{ name: "@cost", as: "@price" }, "@listSize"')}
  enum Verdict @price(weight: 3) { UPHELD DISMISSED }
  scalar Scan @price(weight: 4)
  scalar Plain @price(weight: 0)
  interface Paper { id: ID! pages: Int authors(limit: Int): [Person!] copies: [[Person]] }
  type Letter implements Paper { id: ID! pages: Int @price(weight: 5) authors(limit: Int): [Person!] copies: [[Person]] }
  type Report implements Paper @price(weight: 10) {
    id: ID! pages: Int authors(limit: Int): [Person!] @listSize(slicingArguments: ["limit"], assumedSize: 8)
    copies: [[Person]] scan: Scan verdict: Verdict note: Plain scans: [Scan]
  }
  union Found = Letter | Person
  type Person @key(fields: "id") { id: ID! age: Int @price(weight: 2) @shareable free: Person @price(weight: 0) }
  input Span { from: Int @price(weight: 1) to: Int @price(weight: 2) }
  input Filter { text: String spans: [Span!] within: Filter cheap: Boolean @price(weight: -50) }
  type People { list: [Person!]! others: [Person!]! rows(first: Int): [Person!]! }
  type Query {
    report: Report
    paper: Paper
    found: [Found!]! @listSize(assumedSize: 2)
    one: Person
    latest: [Person!] @listSize(assumedSize: 30)
    either(first: Int, last: Int): [Person!] @listSize(slicingArguments: ["first", "last"], assumedSize: 9)
    any(first: Int, last: Int): [Person!]
      @listSize(slicingArguments: ["first", "last"], assumedSize: 9, requireOneSlicingArgument: false)
    unassumed(first: Int): [Person!] @listSize(slicingArguments: ["first"])
    preset(limit: Int = 12): [Person!] @listSize(slicingArguments: ["limit"])
    people(take: Int): People @listSize(slicingArguments: ["take"], sizedFields: ["list", "rows"])
    heavy: Person @price(weight: 100)
    search(by: Filter @price(weight: 7), words: [String!] @price(weight: 2), scan: Scan): Person
  }
  type Mutation { sign(id: ID!): Report }`;

const STAFF = `${link('{ name: "@cost", as: "@price" }')}
  type Person @key(fields: "id") @price(weight: 1) { id: ID! age: Int @price(weight: 3) @shareable }
  type Query { staff: Person }`;

/** Two subgraphs that state costs under another name than the specification's, as a supergraph. */
const SUPERGRAPH = composeSupergraph([
  { name: 'archive', url: 'http://archive.invalid', sdl: ARCHIVE },
  { name: 'staff', url: 'http://staff.invalid', sdl: STAFF },
]).supergraphSdl;

/** Tells the cost of operations of a supergraph, whose costs go the way from the thread that reads it. */
export function costsOf(supergraphSdl: string) {
  const document = parseSupergraph(supergraphSdl);
  const schema = checkSupergraph(document).apiSchema().toGraphQLJSSchema();
  const stated = JSON.parse(JSON.stringify(statedCosts(document))) as StatedCosts;
  const limits = limitsFor(schema, LIMIT_DEFAULTS, costRules(stated));
  return (query: string, variables = {}) => limits.admit({ query, variables });
}

/** The cost of an operation of the weighed graph. */
export const cost = costsOf(SUPERGRAPH);
