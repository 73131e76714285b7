import { parse, print } from 'graphql';
import { readFileSync, writeFileSync } from 'node:fs';
import { projectPath } from '../../../../schema/contract/project.js';
import type { Case } from './cases.js';
import type { Graph, Sdls } from './graph.js';
import type { WorldSeed } from './world.js';

/** A case that failed once, with its graph: it stays what it is when the makers of cases change. */
export interface Regression {
  readonly subgraphs: Sdls;
  readonly world: WorldSeed;
  readonly operation: string;
  /** As JSON. */
  readonly variables: string;
}

const FILE = projectPath('test/gateway/engine/monolith/regressions.json');

/** Most cases that a run adds to; beyond that the file needs weeding first. */
const MAX_KEPT = 60;

/** All cases that failed once. */
export function regressions(): readonly Regression[] {
  return JSON.parse(readFileSync(FILE, 'utf8')) as readonly Regression[];
}

/** The same, those of one graph together. */
export function regressionsByGraph(): readonly (readonly Regression[])[] {
  return [...Map.groupBy(regressions(), ({ subgraphs }) => JSON.stringify(subgraphs)).values()];
}

/** The case of a regression. */
export function caseOf({ world, operation, variables }: Regression): Case {
  const given = JSON.parse(variables) as Case['asking']['variables'];
  return { origin: world, asking: { document: parse(operation, { noLocation: true }), variables: given } };
}

/** Keeps a case that failed, so that every later run begins with it. */
export function keep({ sdls }: Graph, { origin, asking: { document, variables } }: Case): void {
  const added = { subgraphs: sdls, world: origin, operation: print(document) };
  const known = regressions();
  const isKnown = known.some(
    ({ subgraphs, operation }) =>
      operation === added.operation && JSON.stringify(subgraphs) === JSON.stringify(sdls),
  );
  if (isKnown || known.length >= MAX_KEPT) return;
  const all = [...known, { ...added, variables: JSON.stringify(variables) }];
  writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`);
}
