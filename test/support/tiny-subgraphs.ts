import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLScalarType, Kind, parse, type GraphQLSchema } from 'graphql';
import { HubError } from '../../schema/contract/errors.js';
import { globalId } from '../../schema/contract/ids.js';
import type { FetchOrigin, LocalSubgraph } from '../../schema/contract/subgraph.js';
import { text } from '../../schema/contract/text.js';

type Modules = Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>;
type Resolvers = NonNullable<Extract<Modules[number], { resolvers?: unknown }>['resolvers']>;

interface Hit {
  readonly typename: string;
  readonly id: string;
  readonly grade: string;
  readonly rank: number;
  readonly label: string;
  readonly sortKey: string;
}

/** The id of the n-th record of a tiny type. */
export function tinyId(type: string, n: number): string {
  return globalId({ type, key: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` });
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@shareable", "@inaccessible", "@external", "@requires"])`;

const SEARCH = `
  enum SearchKind { ORGANIZATION PLACE DOCUMENT }
  enum MatchGrade { EXACT ALIAS NORMALISED FOLDED }
  type SearchHits @shareable @inaccessible { totalCount: Int! hits: [SearchHitRow!]! }
  type SearchHitRow @shareable @inaccessible {
    id: ID! typename: String! grade: MatchGrade! rank: Int! label: String! sortKey: String!
  }
  extend type Query {
    searchHits(text: String!, kinds: [SearchKind!], first: Int!, after: String): SearchHits!
      @shareable @inaccessible
  }`;

const PAGE_INFO = `type PageInfo @shareable {
  hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String
}`;

const UNION = `${LINK} ${SEARCH} ${PAGE_INFO}
  scalar Day
  interface Node { id: ID! }
  type Org implements Node @key(fields: "id") {
    id: ID! name: String! parent: Org strict: String! named(on: Day!): String!
    children(first: Int, after: String): OrgConnection!
  }
  type OrgConnection { edges: [OrgEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type OrgEdge { cursor: String! node: Org! }
  type Query { org(id: ID!): Org orgs(first: Int): OrgConnection! broken: String allBroken: [Org!] echo(words: [Int!]): Int }
  type Mutation { rename(id: ID!, name: String!): Org }`;

const POLICE = `${LINK} ${SEARCH}
  interface Node { id: ID! }
  type Org @key(fields: "id") { id: ID! guard: Unit }
  type Unit implements Node @key(fields: "id") { id: ID! name: String! org: Org! }
  type Query { unit(id: ID!): Unit units: [Unit!]! lateUnit: Unit }`;

const AWARDS = `${LINK}
  type Unit @key(fields: "id") { id: ID! medals: Int! }
  type Query { medalNames: [String!]! }`;

const DAY = new GraphQLScalarType({
  name: 'Day',
  parseValue: (value) => dayOf(value),
  parseLiteral: (node) => dayOf(node.kind === Kind.STRING ? node.value : null),
});

function dayOf(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  throw new HubError('INVALID_DATE', text('Ngày viết YYYY-MM-DD.', 'A day is written YYYY-MM-DD.'));
}

/** Organisations 1 to 5 of the union; 1 is the parent of the others. */
export function tinyUnion(): LocalSubgraph {
  const orgs = [1, 2, 3, 4, 5].map((n) => ({ id: tinyId('Org', n), name: `Công đoàn ${n}` }));
  const find = (id: string) => orgs.find((org) => org.id === id) ?? null;
  const page = (nodes: typeof orgs, first = 20) => ({
    totalCount: nodes.length,
    edges: nodes.slice(0, first).map((node) => ({ cursor: node.id, node: { ...node } })),
    pageInfo: { hasNextPage: nodes.length > first, hasPreviousPage: false },
  });
  const parentOf = ({ id }: { id: string }) => (id === orgs[0]?.id ? null : orgs[0]);
  return local('union', UNION, {
    Day: DAY,
    Org: {
      __resolveReference: ({ id }: { id: string }) => copyOf(find(id)),
      parent: (org: { id: string }) => copyOf(parentOf(org)),
      strict: () => null,
      named: ({ name }: { name: string }, { on }: { on: string }) => `${name} @ ${on}`,
      children: ({ id }: { id: string }, { first }: { first?: number }) =>
        page(id === orgs[0]?.id ? orgs.slice(1) : [], first),
    },
    Query: {
      org: (_: unknown, { id }: { id: string }) => copyOf(find(id)),
      orgs: (_: unknown, { first }: { first?: number }) => page(orgs, first),
      broken: () => {
        throw new Error('secret: postgres://union:password@10.0.0.1/union');
      },
      allBroken: () => {
        throw new HubError('INVALID_PAGE', text('Trang sai.', 'Wrong page.'), { allowed: 100 });
      },
      echo: (_: unknown, { words }: { words?: number[] }) => words?.length ?? 0,
      searchHits: searching(
        orgs.map(({ id, name }, index) =>
          hit('Org', { id, label: name, rank: index % 2, sortKey: `k${index}` }),
        ),
      ),
    },
    Mutation: {
      rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...find(id), name }),
    },
  });
}

/** Units 1 to 3 of the police; unit n guards organisation n, and unit 3 an organisation that does not exist. */
export function tinyPolice(): LocalSubgraph {
  const units = [1, 2, 3].map((n) => ({
    id: tinyId('Unit', n),
    name: `Công an ${n}`,
    guarded: n < 3 ? n : 99,
  }));
  const find = (id: string) => units.find((unit) => unit.id === id) ?? null;
  return local('police', POLICE, {
    Org: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      guard: ({ id }: { id: string }) =>
        copyOf(units.find(({ guarded }) => tinyId('Org', guarded) === id) ?? null),
    },
    Unit: {
      __resolveReference: ({ id }: { id: string }) => copyOf(find(id)),
      org: ({ guarded }: { guarded: number }) => ({ id: tinyId('Org', guarded) }),
    },
    Query: {
      unit: (_: unknown, { id }: { id: string }) => copyOf(find(id)),
      units: () => units.map(copyOf),
      lateUnit: async (_: unknown, __: unknown, { late }: { late?: Promise<void> }) => {
        await late;
        return copyOf(units[0] ?? null);
      },
      searchHits: searching(
        units.map(({ id, name }, index) =>
          hit('Unit', { id, label: name, rank: index % 2, sortKey: `k${index}` }),
        ),
      ),
    },
  });
}

/** Adds medals to the police's units, and knows no record itself. */
export function tinyAwards(): LocalSubgraph {
  return local('awards', AWARDS, {
    Unit: { __resolveReference: ({ id }: { id: string }) => ({ id }), medals: () => 3 },
    Query: { medalNames: () => ['Huân chương'] },
  });
}

function copyOf<Row extends object>(row: Row | null | undefined): Row | null {
  return row ? { ...row } : null;
}

function hit(typename: string, part: Omit<Hit, 'typename' | 'grade'>): Hit {
  return { typename, grade: part.rank === 0 ? 'EXACT' : 'FOLDED', ...part };
}

interface SearchArgs {
  readonly first: number;
  readonly after?: string;
}

function searching(all: readonly Hit[]) {
  const sorted = all.toSorted(order);
  return (_: unknown, { first, after }: SearchArgs) => {
    const place = after === undefined || after === null ? null : placeOf(after);
    const rest = place ? sorted.filter((each) => order(place, each) < 0) : sorted;
    return { totalCount: all.length, hits: rest.slice(0, first) };
  };
}

function placeOf(after: string): Pick<Hit, 'rank' | 'sortKey' | 'id'> {
  const [rank, sortKey, id] = JSON.parse(after) as [number, string, string];
  return { rank, sortKey, id };
}

function order(a: Pick<Hit, 'rank' | 'sortKey' | 'id'>, b: Pick<Hit, 'rank' | 'sortKey' | 'id'>): number {
  const keys = (hit: typeof a) => [String(hit.rank), hit.sortKey, hit.id];
  return keys(a).join('\n') < keys(b).join('\n') ? -1 : Number(keys(a).join('\n') !== keys(b).join('\n'));
}

/** A subgraph of a test's own making. */
export function local(name: string, sdl: string, resolvers: Resolvers): LocalSubgraph {
  const schema: GraphQLSchema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
  return {
    name,
    sdl,
    schema,
    contextFor: (origin: FetchOrigin) => ({ ...origin }),
    isReady: async () => true,
    close: async () => undefined,
  };
}
