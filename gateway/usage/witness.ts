import type { Caller } from '../../schema/contract/caller.js';
import { publicError } from '../../schema/contract/errors.js';
import type { KnownOperation } from '../engine/accept/known-operation.js';
import type { ClientNamed } from './client.js';
import type { GraphQLFormattedError } from 'graphql';

/** A run of an operation that is over. */
export interface Run {
  readonly operation: KnownOperation;
  readonly caller: Caller;
  /** What the client says of itself, or the operator of the document. */
  readonly client?: ClientNamed;
  /** Nothing for one with several answers. Unit: milliseconds. */
  readonly ms?: number;
  /** Whether the hub or a subgraph failed in it, rather than that the client made a mistake. */
  readonly isFailure: boolean;
}

/** Told of the runs of one edition. */
export interface Witness {
  ran(run: Run): void;
}

/** What is the hub's or a subgraph's fault, whatever the client asked. */
const FAILURES: ReadonlySet<unknown> = new Set([
  'INTERNAL',
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_FAILED',
  'UNPLANNABLE',
  'PLAN_TIMEOUT',
  'PLANNER_BUSY',
]);

/** Whether one of the errors is a failure, as clients are told of it. */
export function isFailed(errors: readonly GraphQLFormattedError[]): boolean {
  return errors.some((error) => FAILURES.has(publicError(error).extensions?.['code']));
}
