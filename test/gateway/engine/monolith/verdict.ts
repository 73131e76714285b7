import { print, type ExecutionResult } from 'graphql';
import type { Case } from './cases.js';
import { differenceBetween } from './equality.js';
import type { Federated, FederatedAnswer } from './federated.js';
import type { Graph } from './graph.js';

/** A case in which the gateway answered otherwise than one schema does. */
export interface Mismatch {
  readonly case: Case;
  readonly difference: string;
  readonly expected: ExecutionResult;
  readonly got: FederatedAnswer;
}

/** Asks both, and compares; `null` when they answer alike. */
export async function mismatchIn(graph: Graph, federated: Federated, each: Case): Promise<Mismatch | null> {
  const { asking, origin } = each;
  const expected = graph.whole.answer(graph.look(origin), asking);
  const failing = () => {
    const { errors = [] } = graph.whole.answerLeniently(graph.look(origin, true), asking);
    return errors.map(({ path = [] }) => path);
  };
  const got = await federated.ask(origin, asking);
  const difference = differenceBetween({ answer: expected, failing }, got);
  return difference === null ? null : { case: each, difference, expected, got };
}

/** A mismatch with all that it takes to see it again. */
export function reportOf({ sdls }: Graph, { case: { asking, origin }, ...mismatch }: Mismatch): string {
  const { expected, got, difference } = mismatch;
  const subgraphs = Object.entries(sdls).map(([name, sdl]) => `# ${name}\n${sdl.trim()}`);
  return [
    `The gateway answers otherwise than one schema: ${difference}`,
    ...subgraphs,
    `# operation\n${print(asking.document)}`,
    `# variables ${JSON.stringify(asking.variables)}`,
    `# world ${JSON.stringify(origin)}`,
    `# expected ${JSON.stringify(expected.data)}\n${errorLines(expected.errors)}`,
    `# got ${JSON.stringify(got.data)}\n${errorLines(got.errors)}`,
  ].join('\n\n');
}

function errorLines(errors: FederatedAnswer['errors'] = []): string {
  return errors.map(({ path, message }) => `  ${JSON.stringify(path)} ${message}`).join('\n');
}
