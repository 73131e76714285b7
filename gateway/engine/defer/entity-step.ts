import type { Entry, FetchStep, RequiredKey } from '../plan/plan.js';
import { definitionsIn, withDocument } from '../plan/variables.js';
import { parse, print, type DocumentNode, type FieldNode } from 'graphql';

/** Fields that a subgraph is asked for anew. */
export interface AskedAnew {
  readonly entry: Entry;
  readonly fields: readonly FieldNode[];
}

/**
 * The fetch that asks for fields of objects at one place anew.
 *
 * @param step the fetch that brings the objects with their keys
 */
export function entityStep(step: FetchStep, asked: readonly AskedAnew[]): FetchStep {
  const { subgraph, entries } = step;
  const fetch: FetchStep = {
    kind: 'fetch',
    subgraph,
    document: asking(asked),
    operation: 'query',
    variables: [],
    path: [...(asked[0]?.entry.path ?? [])],
    requires: asked.map(({ entry: { type, key } }) => ({
      kind: 'fragment',
      type,
      parts: ['__typename', ...key].map(keyNamed),
    })),
    inputRewrites: [],
    outputRewrites: [],
    contextRewrites: [],
    entries,
  };
  return withDocument(fetch, fetch.document, definitionsIn(step.document));
}

function keyNamed(name: string): RequiredKey {
  return { kind: 'key', key: name, name };
}

function asking(asked: readonly AskedAnew[]): DocumentNode {
  const fragments = asked.map(
    ({ entry: { type }, fields }) => `...on ${type}{${fields.map((field) => print(field)).join(' ')}}`,
  );
  return parse(
    `query($representations:[_Any!]!){_entities(representations:$representations){${fragments.join(' ')}}}`,
    { noLocation: true },
  );
}
