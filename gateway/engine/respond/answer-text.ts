import { dressError } from '../../../schema/contract/dress.js';
import type { PlanSeen } from '../../telemetry/plan-watch.js';
import type { EngineAnswer } from '../engine.js';

/** What is said beside an answer. */
export interface Beside {
  readonly requestId: string;
  /** Unit: objects. */
  readonly cost: { readonly estimate?: number; readonly allowed: number };
  /** How it was answered, for those who may see that. */
  readonly plan?: PlanSeen;
}

/** A client's answer as JSON: errors first, so that nobody overlooks them, then data and what is said beside them. */
export function answerText({ data, errors }: EngineAnswer, { requestId, cost, plan }: Beside): string {
  const parts: string[] = [];
  if (errors.length > 0)
    parts.push(`"errors":${JSON.stringify(errors.map((error) => dressed(error, requestId)))}`);
  if (data !== undefined) parts.push(`"data":${data}`, `"extensions":${JSON.stringify({ cost, plan })}`);
  return `{${parts.join(',')}}\n`;
}

function dressed(error: EngineAnswer['errors'][number], requestId: string) {
  const { extensions, ...rest } = dressError(error, null);
  return { ...rest, extensions: { ...extensions, requestId } };
}
