import { logFailures, type GraphQLApp, type OperationRequest } from '../../schema/contract/serve.js';
import type { StreamFormatName } from '../../schema/contract/http/streams/format.js';
import { STREAM_FORMATS } from '../../schema/contract/http/streams/format.js';
import { dressError } from '../../schema/contract/dress.js';
import { withRequestId } from '../../schema/contract/http/answer.js';
import type { Logger } from '../../schema/contract/log.js';
import type { GatewayContext } from '../context.js';
import type { EngineAnswer } from '../engine/engine.js';
import type { LoadedEngine } from '../engine/load.js';
import { answerText } from '../engine/respond/answer-text.js';
import type { Subscribed } from '../engine/subscriptions.js';
import { streamEnded } from './ends.js';
import { lastWordsFor, RefusedOperation } from './last-words.js';
import type { OpenStreams } from './open-streams.js';
import type { StreamSettings } from './settings.js';
import { OperationTypeNode } from 'graphql';

/** What streams of answers are made with. */
export interface StreamedParts {
  readonly engine: LoadedEngine;
  readonly open: OpenStreams;
  readonly settings: StreamSettings;
  /** The dearest operation that is answered. Unit: objects. */
  readonly allowedCost: number;
  readonly log: Logger;
}

type Streamed = NonNullable<GraphQLApp<GatewayContext>['streamed']>;

/** Answers valid subscriptions by a stream. Whatever is wrong otherwise is left to those who answer once. */
export function streamedAnswers(parts: StreamedParts): Streamed {
  return async (asked, contextOf, formats) => {
    const name = formats.find((each) => FOR_EVENTS.has(each));
    const context = name && (await admitted(contextOf));
    if (!context) return null;
    const answers = await answersTo(asked, context, parts);
    if (!answers) return null;
    const { STREAM_HEARTBEAT_MS: heartbeatMs, STREAM_STALL_MS: stallMs } = parts.settings;
    return {
      format: STREAM_FORMATS[name],
      answers,
      heartbeatMs,
      stallMs,
      lastWords: lastWordsFor(context.requestId, parts.log),
      stalled: () => streamEnded('SLOW_CLIENT'),
    };
  };
}

const FOR_EVENTS: ReadonlySet<StreamFormatName> = new Set(['events', 'multipart-subscription'] as const);

/** A refusal is told by those who answer once; they meet it again. */
async function admitted(contextOf: Parameters<Streamed>[1]): Promise<GatewayContext | null> {
  try {
    return await contextOf();
  } catch {
    return null;
  }
}

async function answersTo(
  { query, operationName, variables }: OperationRequest,
  context: GatewayContext,
  parts: StreamedParts,
): Promise<AsyncIterable<string> | null> {
  const { documents, subscriptions } = parts.engine;
  const operation = query === undefined ? null : documents.get(query)?.operation(operationName);
  if (operation?.definition.operation !== OperationTypeNode.SUBSCRIPTION) return null;
  const { requestId, caller, signal } = context;
  const subscribed = await subscriptions.subscribe({ operation, variables, requestId, caller, signal });
  return textsOf(subscribed, context, parts);
}

async function* textsOf(
  subscribed: Subscribed,
  { requestId, caller, signal, cost }: GatewayContext,
  { open, allowedCost: allowed, log }: StreamedParts,
): AsyncGenerator<string, undefined> {
  const text = (answer: EngineAnswer): string => {
    if (answer.errors.length > 0) logFailures(log, answer.errors, requestId);
    return answerText(answer, { requestId, cost: { estimate: cost, allowed } });
  };
  if ('errors' in subscribed) {
    if (subscribed.data === undefined) throw refusal(subscribed, requestId);
    yield text(subscribed);
    return;
  }
  for await (const answer of open.hold({ caller, signal, begin: subscribed.begin })) yield text(answer);
}

function refusal({ errors }: EngineAnswer, requestId: string): RefusedOperation {
  return new RefusedOperation(errors.map((error) => withRequestId(dressError(error, null), requestId)));
}
