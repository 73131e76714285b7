import type { Findings } from '../execute/scope.js';
import { Faults, type Known } from './faults.js';
import { fetchErrors } from './fetch-errors.js';
import type { Shape } from './shape.js';
import { Writer } from './writer.js';
import type { GraphQLFormattedError } from 'graphql';

/** A client's answer. */
export interface Completed {
  /** As JSON; `null` where an error reaches the top. */
  readonly data: string;
  readonly errors: readonly GraphQLFormattedError[];
}

/** What an answer is completed from. */
export interface CompleteParts {
  readonly shape: Shape;
  readonly fieldOwners: Known['fieldOwners'];
  /** What the gateway itself answers, as JSON by the keys of the answer. */
  readonly own: ReadonlyMap<string, string>;
}

/** Makes the client's answer of what the fetches found, as GraphQL's rules on values and errors have it. */
export function complete(scope: Findings, { shape, fieldOwners, own }: CompleteParts): Completed {
  const errors = scope.errors.length > 0 ? fetchErrors(scope, shape) : [];
  const faults = new Faults({ scope, errors, fieldOwners });
  const writer = new Writer({ onFault: (at) => faults.add(at), shared: scope.shared, own });
  const data = writer.write(scope.root, shape);
  return { data, errors: [...errors, ...faults.errors] };
}
