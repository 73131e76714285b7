import type { SelectionSetNode } from 'graphql';

/** An object of the world, as resolvers hand it on. It stays a plain object, since subgraphs copy it. */
export interface Thing {
  /** The name that the answering schema has for its type. */
  readonly __typename: string;
  /** The object type that it truly is. */
  readonly type: string;
  /** Says which one it is, among all things. */
  readonly identity: string;
  /** Its number, for an entity. */
  readonly entity?: number;
  /** Whether it is only referred to, and does not exist. */
  readonly isGhost: boolean;
  /** What the gateway told the subgraph of it. */
  readonly representation?: Readonly<Record<string, unknown>>;
  /** What the subgraph answers of it though it is another's, since it said so where it handed the thing out. */
  readonly provided?: SelectionSetNode;
}

/** The one root of all operations of a kind. */
export function rootThing(type: string): Thing {
  return { __typename: type, type, identity: type, isGhost: false };
}

/** Names of the types that operations begin with. */
export const ROOT_TYPES: readonly string[] = ['Query', 'Mutation'];
