import { HubError } from '../../../../schema/contract/errors.js';
import type { SupergraphReading } from '../../../supergraph/reading.js';
import type { Plan } from '../plan.js';
import { UnplannableError } from '../unplannable.js';

/** Work was cut off, since its time was over. */
export class CutOffError extends Error {
  /** @param milliseconds the time that it had. Unit: milliseconds. */
  constructor(readonly milliseconds: number) {
    super(`It took more than ${milliseconds} ms.`);
  }
}

/** What a planning thread can be asked, one at a time, and what it answers. */
export interface Calls {
  /** Reads and checks a supergraph. */
  readonly read: Call<string, SupergraphReading>;
  /** Gets ready to plan on a supergraph that was checked. */
  readonly load: Call<string, null>;
  readonly plan: Call<TimedPlanCall, Plan>;
}

interface Call<Asked, Answer> {
  readonly asked: Asked;
  readonly answer: Answer;
}

/** An operation to be planned. */
export interface PlanCall {
  /** Text of the operation. */
  readonly operation: string;
  /** Labels of progressive `@override` that hold. */
  readonly overrides: readonly string[];
}

/** Time for a plan. */
export interface TimeLimit {
  /** Of the first attempt; of each further one twice that of the one before. Unit: milliseconds. */
  readonly milliseconds: number;
  /** How often it is begun, if it is since the machine is busy that it is not done. Unit: attempts. */
  readonly attempts: number;
}

/** An operation to be planned in so much time. */
export interface TimedPlanCall extends PlanCall {
  readonly limit: TimeLimit;
}

/** A question on its way to a thread. */
export type Question = {
  readonly [Kind in keyof Calls]: { readonly kind: Kind; readonly asked: Calls[Kind]['asked'] };
}[keyof Calls];

/** An answer on its way from a thread: what was asked for, or why there is none. */
export type Reply =
  | { readonly answer: Calls[keyof Calls]['answer'] }
  | { readonly unplannable: Pick<UnplannableError, 'reason' | 'code'> }
  | { readonly refused: Pick<HubError, 'code' | 'text' | 'details'> }
  | { readonly cutOffAfter: number }
  | { readonly failed: string };

/** How an error leaves a thread. */
export function replyOf(error: unknown): Reply {
  if (error instanceof CutOffError) return { cutOffAfter: error.milliseconds };
  if (error instanceof UnplannableError) {
    const { reason, code } = error;
    return { unplannable: { reason, code } };
  }
  if (error instanceof HubError) {
    const { code, text, details } = error;
    return { refused: { code, text, details } };
  }
  return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** The error that an answer is; nothing for one that is none. */
export function errorIn(reply: Reply): Error | undefined {
  if ('unplannable' in reply) return new UnplannableError(reply.unplannable.reason, reply.unplannable.code);
  if ('refused' in reply) {
    const { code, text, details } = reply.refused;
    return new HubError(code, text, details);
  }
  if ('cutOffAfter' in reply) return new CutOffError(reply.cutOffAfter);
  return 'failed' in reply ? new Error(`A planning thread failed: ${reply.failed}`) : undefined;
}
