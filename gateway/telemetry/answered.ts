import type { HttpAnswer } from '../../schema/contract/http/answer.js';
import type { GraphQLApp } from '../../schema/contract/serve.js';
import type { GatewayContext } from '../context.js';
import type { ErrorReport } from './metrics.js';
import { reportsOn } from './reports.js';
import type { Telemetry } from './telemetry.js';
import type { GraphQLFormattedError } from 'graphql';

/** Makes what ends the watch on each operation and counts the errors of its answer; nothing where nobody looks on. */
export function answered({
  metrics,
  lookAt,
}: Pick<Telemetry, 'metrics' | 'lookAt'>): GraphQLApp<GatewayContext>['onAnswered'] {
  if (!metrics && !lookAt) return undefined;
  return async (contextOf, answer) => {
    const isGood = answer !== null && !hasErrors(answer);
    if (!isGood) metrics?.errors(reportsOf(answer));
    if (lookAt) (await admitted(contextOf))?.onlookers?.watch.end(isGood);
  };
}

/** The watch on what was refused before its work has ended with that. */
async function admitted(contextOf: () => GatewayContext | Promise<GatewayContext>) {
  try {
    return await contextOf();
  } catch {
    return null;
  }
}

/** Errors come first in an answer. */
function hasErrors({ body }: HttpAnswer): boolean {
  return body.toString().startsWith('{"errors"');
}

const FAILURE: readonly ErrorReport[] = [{ code: 'INTERNAL' }];

function reportsOf(answer: HttpAnswer | null): readonly ErrorReport[] {
  if (!answer) return FAILURE;
  const { errors } = JSON.parse(answer.body.toString()) as {
    readonly errors: readonly GraphQLFormattedError[];
  };
  return reportsOn(errors);
}
