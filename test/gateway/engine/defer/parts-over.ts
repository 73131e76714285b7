import { getOperationAST, parse } from 'graphql';
import { operationFrom } from '../../../../gateway/engine/accept/select.js';
import { partsOf, type Parts } from '../../../../gateway/engine/defer/parts.js';
import {
  readyParts,
  type PreparedRun,
  type ReadyPart,
  type ReadyParts,
} from '../../../../gateway/engine/defer/ready-parts.js';
import { typeRelations } from '../../../../gateway/engine/execute/type-relations.js';
import type { Operation } from '../../../../gateway/engine/operation.js';
import { apolloPlanner } from '../../../../gateway/engine/plan/apollo-planner.js';
import { preparing } from '../../../../gateway/engine/plan/prepare.js';
import { waiting } from '../../../support/a-waiter.js';
import { graphOf, type Sdls } from '../monolith/graph.js';
import { fetchesOf } from '../plan/plans.js';

/** What an operation is answered with in parts: the fetches of the first part, and those of each that is deferred. */
export type FetchesOfParts = readonly (readonly string[])[];

/** Makes the parts of operations ready over subgraphs, given as name to SDL without the link to federation. */
export function readyOver(sdls: Sdls): (text: string, maxFetches?: number) => ReadyParts {
  const { supergraphSdl, whole } = graphOf(sdls);
  const supergraph = parse(supergraphSdl);
  const relations = typeRelations(supergraph);
  const prepare = preparing({ planner: apolloPlanner(supergraph), schema: whole.schema, relations });
  const operationOf = (text: string): Operation => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('A test has one operation.');
    return operationFrom({ schema: whole.schema, document, operation, variables: {} });
  };
  return (text, maxFetches = 100) => {
    const operation = operationOf(text);
    const prepared = prepare(operation, new Set(), waiting()) as PreparedRun;
    return readyParts(partsOf(operation) as Parts, prepared, { relations, maxFetches });
  };
}

/** Divides operations over subgraphs. */
export function partsOver(
  sdls: Sdls,
): (...asked: Parameters<ReturnType<typeof readyOver>>) => FetchesOfParts {
  const readyFor = readyOver(sdls);
  return (...asked) => {
    const { first, deferred } = readyFor(...asked);
    return [first, ...deferred].map(({ plan }: ReadyPart) => (plan ? fetchesOf(plan) : []));
  };
}
