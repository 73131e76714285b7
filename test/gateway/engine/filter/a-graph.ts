import { filtered } from '../../../../gateway/engine/filter/filter.js';
import { isMet } from '../../../../schema/contract/access/requirement.js';
import { accessRules, statedRules, type AccessRules } from '../../../../schema/contract/access/rules.js';
import { operationFrom } from '../../../../gateway/engine/accept/select.js';
import type { Operation, Selection } from '../../../../gateway/engine/operation.js';
import { checkSupergraph, parseSupergraph } from '../../../../gateway/supergraph/check.js';
import { callerWith, type Caller } from '../../../../schema/contract/caller.js';
import { composeSupergraph } from '../../../../schema/registry/compose.js';
import { Kind, parse, type GraphQLSchema } from 'graphql';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@interfaceObject", "@authenticated", "@requiresScopes", "@policy"])`;

const UNION = `${LINK}
  scalar Phone @authenticated
  enum Verdict @requiresScopes(scopes: [["verdicts:read"]]) { UPHELD DISMISSED }

  interface Organization @key(fields: "id") { id: ID! name: String! budget: Int }
  type TradeUnion implements Organization @key(fields: "id") {
    id: ID!
    name: String!
    budget: Int @requiresScopes(scopes: [["finance:read", "unions:read"], ["auditor"]])
    memberCount: Int! @authenticated
    chair: Official
    parent: TradeUnion
  }
  type PoliceUnit implements Organization @key(fields: "id") {
    id: ID!
    name: String!
    budget: Int @policy(policies: [["police-budget"]])
    station: String
  }
  type Official { name: String! phone: Phone! verdicts: [[Verdict!]!] }

  interface Notice { id: ID! title: String }
  type OpenNotice implements Notice { id: ID! title: String }
  type SealedNotice implements Notice @requiresScopes(scopes: [["sealed:read"]]) { id: ID! title: String }

  union Honour = Medal | Citation
  type Medal { title: String! }
  type Citation @requiresScopes(scopes: [["citations:read"]]) { title: String! text: String }

  type Ledger @policy(policies: [["ledger"], ["auditing", "on-site"]]) {
    balance: Int
    signature: String @authenticated @requiresScopes(scopes: [["auditor"]]) @policy(policies: [["seal"]])
  }

  type Query {
    hotline: Phone
    verdict: Verdict
    unions: [TradeUnion!]!
    organizations: [[Organization]!]
    notices: [Notice]
    honours: [Honour]
    ledger: Ledger
  }
  type Mutation @authenticated {
    rename(id: ID!, name: String!): TradeUnion @requiresScopes(scopes: [["unions:write"]])
    ping: String
  }`;

const REPORTS = `${LINK}
  type Organization @interfaceObject @key(fields: "id") { id: ID! reports: [String!]! @authenticated }`;

/** Two subgraphs with every kind of rule on who may see what. */
export const SUBGRAPHS = { union: UNION, reports: REPORTS };

/** Their supergraph. */
export const SUPERGRAPH = composeSupergraph(
  Object.entries(SUBGRAPHS).map(([name, sdl]) => ({ name, url: `http://${name}.invalid`, sdl })),
).supergraphSdl;

/** A supergraph as the filter meets it. */
export interface TestGraph {
  readonly schema: GraphQLSchema;
  readonly rules: AccessRules;
  readonly operation: (query: string) => Operation;
}

/** Loads the SDL of a supergraph. */
export function graphOf(supergraphSdl: string): TestGraph {
  const schema = checkSupergraph(parseSupergraph(supergraphSdl)).apiSchema().toGraphQLJSSchema();
  return {
    schema,
    rules: accessRules(statedRules(parse(supergraphSdl))),
    operation: (query) => operationIn(schema, query),
  };
}

function operationIn(schema: GraphQLSchema, query: string): Operation {
  const document = parse(query);
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('The document has no operation.');
  return operationFrom({ schema, document, operation, variables: {} });
}

/** The test supergraph, loaded. */
export const GRAPH = graphOf(SUPERGRAPH);

/** What a caller is denied of an operation, and where that is marked. */
export function seenBy(caller: Caller, query: string, { rules, operation } = GRAPH) {
  const asked = operation(query);
  const isPolicyGranted = (name: string) => caller.policies.has(name);
  const result = filtered(asked, rules, (requirement) => isMet(requirement, { caller, isPolicyGranted }));
  return {
    denied: result.denials.map(({ path }) => path.join('.')),
    marked: markedIn(result.operation.selection),
    isUntouched: result.operation === asked,
  };
}

/** The keys of denied fields, wherever they stand. */
function markedIn(selection: Selection): readonly string[] {
  return selection.flatMap((each) => {
    if (each.kind === 'field' && each.isDenied) return [each.key];
    return markedIn(each.selection ?? []);
  });
}

/** A caller whose token grants scopes. */
export function withScopes(...scopes: readonly string[]): Caller {
  return callerWith({ scope: scopes.join(' ') });
}
