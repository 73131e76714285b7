import type { ContextOf, OperationRequest, QuickAnswer } from '../../../schema/contract/serve.js';
import { CHALLENGES } from '../../../schema/contract/token/refusals.js';
import type { GatewayContext } from '../../context.js';
import type { EngineAnswer, EngineRequest } from '../engine.js';
import { answerText } from '../respond/answer-text.js';
import type { Documents } from './documents.js';
import { OperationTypeNode } from 'graphql';

/** What plain requests are answered with. */
export interface PlainParts {
  readonly documents: Documents;
  /** Answers an operation that `name` tells from all others. */
  readonly answer: (request: EngineRequest, name: string) => Promise<EngineAnswer>;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** The dearest operation that is answered. Unit: objects. */
  readonly allowedCost: number;
  /** Told of what clients learn only as a failure. */
  readonly onErrors: (errors: EngineAnswer['errors'], requestId: string) => void;
}

/** Answers a request; nothing for one that Apollo Server has to look at. */
export type AnswerPlain = (
  asked: OperationRequest,
  contextOf: ContextOf<GatewayContext>,
) => Promise<QuickAnswer | null>;

/**
 * Answers plain requests, those of a valid operation in the text of the request, without the way through Apollo Server;
 * the answers are the same. Whatever is unusual or wrong is left to it.
 */
export function plainRequests(parts: PlainParts): AnswerPlain {
  return async (asked, contextOf) => {
    const { query, operationName, extensions } = asked;
    if (query === undefined || extensions) return null;
    const context = await admitted(contextOf);
    const operation = context && parts.documents.get(query)?.operation(operationName);
    if (!context || !operation || (operation.asksSchema && !parts.introspection)) return null;
    if (operation.definition.operation === OperationTypeNode.SUBSCRIPTION) return null;
    const { requestId, signal, address, caller, cost, onlookers, client } = context;
    const { variables } = asked;
    const origin = { requestId, signal, address, caller, client };
    const request = { operation, variables, ...origin, watch: onlookers?.watch };
    const answer = await parts.answer(request, `${operationName ?? ''} ${query}`);
    const isRefused = answer.data === undefined && answer.status === undefined;
    // What is wrong may name parts of the schema, which not every caller may learn.
    if (isRefused && !parts.introspection) return null;
    if (answer.errors.length > 0) parts.onErrors(answer.errors, requestId);
    const body = answerText(answer, {
      requestId,
      cost: { estimate: cost, allowed: parts.allowedCost },
      plan: onlookers?.plan?.seen(),
    });
    return { status: answer.status, isRefused, headers: CHALLENGES.get(answer.status), body };
  };
}

/** A refusal is told by Apollo Server, which meets it again. */
async function admitted(contextOf: ContextOf<GatewayContext>): Promise<GatewayContext | null> {
  try {
    return await contextOf();
  } catch {
    return null;
  }
}
