import { dressError } from '../../schema/contract/dress.js';
import { withRequestId } from '../../schema/contract/http/answer.js';
import type { Logger } from '../../schema/contract/log.js';
import { logFailures } from '../../schema/contract/serve.js';
import type { GatewayContext } from '../context.js';
import type { SchemaRights } from '../door/schema-rights.js';
import { withoutSuggestion } from '../door/suggestions.js';
import type { FirstAnswer, InParts, LaterAnswers } from '../engine/defer/answers.js';
import type { EngineAnswer } from '../engine/engine.js';
import { answerText } from '../engine/respond/answer-text.js';
import type { Subscribed } from '../engine/subscriptions.js';
import { distinctKeyOf } from '../rates/asker.js';
import type { Metrics } from '../telemetry/metrics.js';
import { reportsOn } from '../telemetry/reports.js';
import { errorsTold, RefusedOperation } from './last-words.js';
import type { OpenStreams, StreamWish } from './open-streams.js';
import type { GraphQLFormattedError } from 'graphql';

/** What the engine makes of an operation that has several answers, or its only one. */
export type Stream = Subscribed | InParts | EngineAnswer;

/** What answers are written with. */
export interface TextsParts {
  readonly open: OpenStreams;
  /** The dearest operation that is answered. Unit: objects. */
  readonly allowedCost: number;
  /** Who is told which names the schema has. */
  readonly rights: SchemaRights;
  readonly log: Logger;
  /** Nothing where nothing is counted. */
  readonly metrics?: Metrics;
  /** Has another edition make the answers; nothing where only this one can. */
  readonly goOn?: StreamWish<unknown>['goOn'];
}

type AnyAnswer = EngineAnswer | FirstAnswer | LaterAnswers;
type Errors = readonly GraphQLFormattedError[];

/**
 * The answers of a stream, each as JSON.
 *
 * @throws RefusedOperation, and HubError as {@link OpenStreams.hold} does; from the iterator.
 */
export function textsOf(
  stream: Stream,
  context: GatewayContext,
  parts: TextsParts,
): AsyncGenerator<string, undefined> {
  const { metrics } = parts;
  const texts = textsIn(stream, context, parts);
  return metrics ? withFailures(texts, metrics) : texts;
}

async function* textsIn(
  stream: Stream,
  context: GatewayContext,
  { open, allowedCost, rights, log, metrics, goOn }: TextsParts,
): AsyncGenerator<string, undefined> {
  const { requestId, caller, signal, cost } = context;
  const beside = { requestId, cost: { estimate: cost, allowed: allowedCost } };
  const text = (answer: AnyAnswer): string => {
    const errors = errorsOf(answer);
    if (errors.length > 0) {
      logFailures(log, errors, requestId);
      metrics?.errors(reportsOn(errors));
    }
    return 'incremental' in answer
      ? laterText(answer, requestId)
      : withNext(answerText(answer, beside), answer);
  };
  if ('errors' in stream) {
    const refused = rights.maySee(caller) ? stream.errors : stream.errors.map(withoutSuggestion);
    if (stream.data === undefined) throw new RefusedOperation(dressed(refused, requestId));
    yield text(stream);
    return;
  }
  const begin = (until: AbortSignal): AsyncIterable<AnyAnswer> => stream.begin(until);
  for await (const answer of open.hold({ caller, key: distinctKeyOf(context), signal, begin, goOn })) {
    yield text(answer);
    metrics?.streams.delivered(errorsOf(answer).length === 0);
  }
}

/** The same texts; what ends them before their time is counted. */
async function* withFailures(
  texts: AsyncIterable<string>,
  metrics: Metrics,
): AsyncGenerator<string, undefined> {
  try {
    yield* texts;
  } catch (reason) {
    metrics.errors(reportsOn(errorsTold(reason)));
    throw reason;
  }
}

function errorsOf(answer: AnyAnswer): Errors {
  return 'incremental' in answer ? answer.incremental.flatMap((each) => each.errors ?? []) : answer.errors;
}

/** Only what is answered in parts says whether there are more. */
function withNext(json: string, answer: EngineAnswer | FirstAnswer): string {
  if (!('hasNext' in answer)) return json;
  return `${json.trimEnd().slice(0, -1)},"hasNext":${answer.hasNext}}`;
}

function laterText({ incremental, hasNext }: LaterAnswers, requestId: string): string {
  const told = incremental.map(({ errors, ...rest }) =>
    errors ? { ...rest, errors: dressed(errors, requestId) } : rest,
  );
  return JSON.stringify(told.length > 0 ? { incremental: told, hasNext } : { hasNext });
}

function dressed(errors: Errors, requestId: string): Errors {
  return errors.map((error) => withRequestId(dressError(error, null), requestId));
}
