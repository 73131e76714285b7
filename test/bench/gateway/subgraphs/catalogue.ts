import { PRODUCTS, REVIEWS, STOCK, USERS, type Item } from './records.js';

/** How a field's value is found when it does not lie in the object itself. */
export type Resolver = (source: Item, args: Readonly<Record<string, unknown>>) => unknown;

/** A subgraph of the benchmark: its schema and what answers for it. */
export interface BenchSubgraph {
  readonly name: string;
  /** Federation SDL of the first version, which every gateway understands. */
  readonly sdl: string;
  /** Resolvers by type and field. */
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, Resolver>>>>;
  /** The entity that a representation stands for, by type. */
  readonly entities: Readonly<Record<string, (representation: Item) => Item | undefined>>;
}

const by =
  (items: readonly Item[], key: string) =>
  (wanted: Readonly<Record<string, unknown>>): Item | undefined =>
    items.find((item) => item[key] === String(wanted[key]));

/** A user has written the first two reviews, whoever it is: so says the public benchmark. */
const REVIEWS_OF_A_USER = REVIEWS.slice(0, 2);

/** Above this price shipping is free. */
const FREE_SHIPPING_ABOVE = 1_000;

const accounts: BenchSubgraph = {
  name: 'accounts',
  sdl: `
    extend type Query {
      me: User
      user(id: ID!): User
      users: [User]
    }
    type User @key(fields: "id") {
      id: ID!
      name: String
      username: String
      birthday: Int
    }`,
  resolvers: {
    Query: {
      me: () => USERS[0],
      user: (_, args) => by(USERS, 'id')(args),
      users: () => USERS,
    },
  },
  entities: { User: by(USERS, 'id') },
};

const inventory: BenchSubgraph = {
  name: 'inventory',
  sdl: `
    extend type Product @key(fields: "upc") {
      upc: String! @external
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }`,
  resolvers: { Product: { shippingEstimate: shippingOf } },
  entities: {
    Product: ({ upc, price, weight }) => {
      const found = by(STOCK, 'upc')({ upc });
      return found && { ...found, price, weight };
    },
  },
};

function shippingOf({ price, weight }: Item): number | null {
  if (typeof price !== 'number' || typeof weight !== 'number') return null;
  return price > FREE_SHIPPING_ABOVE ? 0 : Math.floor(weight / 2);
}

const products: BenchSubgraph = {
  name: 'products',
  sdl: `
    extend type Query {
      topProducts(first: Int = 5): [Product]
    }
    type Product @key(fields: "upc") {
      upc: String!
      name: String
      price: Int
      weight: Int
    }`,
  resolvers: { Query: { topProducts: (_, { first = 5 }) => PRODUCTS.slice(0, Number(first)) } },
  entities: { Product: by(PRODUCTS, 'upc') },
};

const reviews: BenchSubgraph = {
  name: 'reviews',
  sdl: `
    type Review @key(fields: "id") {
      id: ID!
      body: String
      product: Product
      author: User @provides(fields: "username")
    }
    extend type User @key(fields: "id") {
      id: ID! @external
      username: String @external
      reviews: [Review]
    }
    extend type Product @key(fields: "upc") {
      upc: String! @external
      reviews: [Review]
    }`,
  resolvers: {
    User: { reviews: () => REVIEWS_OF_A_USER },
    Product: { reviews: ({ upc }) => REVIEWS.filter(({ product }) => (product as Item)['upc'] === upc) },
  },
  entities: {
    Review: by(REVIEWS, 'id'),
    User: (user) => user,
    Product: (product) => product,
  },
};

/**
 * The four subgraphs of the public gateway benchmark, with data of its size and shape.
 *
 * Source: github.com/graphql-hive/graphql-gateways-benchmark; only its schema's shape and its sizes are taken over.
 */
export const CATALOGUE: readonly BenchSubgraph[] = [accounts, inventory, products, reviews];
