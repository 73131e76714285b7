import * as fc from 'fast-check';
import { casesOf, type Case } from './cases.js';
import { federate, type Federated } from './federated.js';
import { graphOf, type Graph } from './graph.js';
import { caseOf, keep, type Regression } from './regressions.js';
import type { Runs } from './settings.js';
import { mismatchIn, reportOf } from './verdict.js';

/** Time for one operation of a run, shrinking included. Unit: milliseconds. */
const TIME_EACH = 50;
/** Time that even a short run may take, to shrink what it finds. Unit: milliseconds. */
const TIME_AT_LEAST = 30_000;

/** One graph that is tried. */
export interface Trial extends Pick<Runs, 'operations' | 'seed' | 'path'> {
  /** By which `MONOLITH_GRAPH` finds it. */
  readonly name: string;
  readonly graph: Graph;
}

/** Asks a graph many operations. @throws Error that shows the smallest one found that is answered wrongly. */
export async function tryOut(trial: Trial): Promise<void> {
  const { graph } = trial;
  const federated = await federate(graph);
  try {
    const found = await fc.check(propertyOf(graph, federated), {
      numRuns: trial.operations,
      seed: trial.seed,
      path: trial.path,
      interruptAfterTimeLimit: TIME_AT_LEAST + trial.operations * TIME_EACH,
      markInterruptAsFailure: true,
    });
    if (found.failed) throw await failureOf(trial, federated, found);
  } finally {
    await federated.stop();
  }
}

/** Asks one graph again what was once answered wrongly. @throws Error when some of it still is. */
export async function tryAgain(known: readonly Regression[]): Promise<void> {
  const graph = graphOf(known[0]?.subgraphs ?? {});
  const federated = await federate(graph);
  const found: string[] = [];
  for (const each of known) {
    const mismatch = await mismatchIn(graph, federated, caseOf(each));
    if (mismatch) found.push(reportOf(graph, mismatch));
  }
  await federated.stop();
  if (found.length > 0) throw withoutStack(new Error(found.join('\n\n')));
}

function propertyOf(graph: Graph, federated: Federated) {
  return fc.asyncProperty(casesOf(graph), async (each) => {
    const mismatch = await mismatchIn(graph, federated, each);
    if (mismatch) throw new Error(mismatch.difference);
  });
}

type Found = fc.RunDetails<[Case]>;

async function failureOf({ name, graph }: Trial, federated: Federated, found: Found): Promise<Error> {
  const [smallest] = found.counterexample ?? [];
  if (!smallest) return new Error(fc.defaultReportMessage(found) ?? 'The run failed without a case.');
  const mismatch = await mismatchIn(graph, federated, smallest);
  if (mismatch) keep(graph, smallest);
  const again = `MONOLITH_GRAPH=${name} MONOLITH_SEED=${found.seed} MONOLITH_PATH=${found.counterexamplePath}`;
  const shown = mismatch
    ? reportOf(graph, mismatch)
    : `It fails only at times: ${String(found.errorInstance)}`;
  return withoutStack(new Error(`${shown}\n\nAgain with: ${again}\n`));
}

/** The lines of this file explain nothing. */
function withoutStack(error: Error): Error {
  error.stack = error.message;
  return error;
}
