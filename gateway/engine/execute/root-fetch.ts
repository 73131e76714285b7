import type { SubgraphAnswer } from '../../reach/reach.js';
import { dataIn, expectedFailure, type PreparedFetch } from './fetch.js';
import { gather } from './gather.js';
import { mergeInto } from './merge.js';
import { rewrite } from './rewrites.js';
import type { Scope } from './scope.js';
import type { GraphQLFormattedError } from 'graphql';

/** Runs a fetch of root fields; what goes wrong is remembered in the scope. */
export async function runRootFetch(fetch: PreparedFetch, scope: Scope): Promise<void> {
  try {
    fill(fetch, scope, await fetch.send(scope));
  } catch (error) {
    fetch.failedAt(scope, expectedFailure(error));
    for (const { object } of gather(scope.root, fetch.step.path)) scope.failed.add(object);
  }
}

function fill(fetch: PreparedFetch, scope: Scope, answer: SubgraphAnswer): void {
  const { path, outputRewrites } = fetch.step;
  const data = dataIn(answer);
  for (const error of answer.errors ?? []) {
    if (isOf(fetch, error)) scope.errors.push({ error, path, tail: error.path, keys: fetch.keys });
    else fetch.failedAt(scope, error);
  }
  if (data) rewrite(data, outputRewrites, fetch.relations);
  else if (!answer.errors?.length) fetch.failedAt(scope, fetch.noAnswer().toJSON());
  for (const { object } of gather(scope.root, path)) {
    if (data) mergeInto(object, data, fetch.relations);
    else scope.failed.add(object);
  }
}

/** Whether an error names a place that was asked for: a subgraph has no say in what others answer. */
function isOf({ keys }: PreparedFetch, { path: [key] = [] }: GraphQLFormattedError): boolean {
  return typeof key === 'string' && keys.includes(key);
}
