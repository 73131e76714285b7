import { parse } from 'graphql';
import { typeRelations } from '../../gateway/engine/execute/type-relations.js';
import type { FetchStep } from '../../gateway/engine/plan/plan.js';

/** The document of {@link STEP}. */
export const DOCUMENT = parse('{ a }');

/** How the types of a graph with one field are related. */
export const RELATIONS = typeRelations(parse('type Query { a: Int }'));

/** A plan of one fetch. */
export const STEP: FetchStep = {
  kind: 'fetch',
  subgraph: 'union',
  document: DOCUMENT,
  operation: 'query',
  variables: [],
  path: [],
  inputRewrites: [],
  outputRewrites: [],
  contextRewrites: [],
};
