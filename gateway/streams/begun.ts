import { hasErrors, type FirstAnswer, type InParts, type LaterAnswers } from '../engine/defer/answers.js';
import type { EngineAnswer, EngineRequest } from '../engine/engine.js';
import type { LoadedEngine } from '../engine/load.js';
import type { Ending } from './ending.js';
import type { Stream } from './texts.js';
import { OperationTypeNode } from 'graphql';

/** Begins to answer an operation that has several answers; those who look on are told of its end. */
export async function begun(
  request: EngineRequest,
  { subscriptions, deferrals }: LoadedEngine,
  ending: Ending,
): Promise<Stream> {
  try {
    const isSubscription = request.operation.definition.operation === OperationTypeNode.SUBSCRIPTION;
    if (!isSubscription) return untilAnswered(await deferrals.answer(request), ending);
    const stream = await subscriptions.subscribe(request);
    // A subscription may last for days, so what is told is how it begins.
    ending.end(!('errors' in stream) || stream.errors.length === 0);
    return stream;
  } catch (error) {
    ending.end(false);
    throw error;
  }
}

function untilAnswered(stream: InParts | EngineAnswer, ending: Ending): InParts | EngineAnswer {
  if (!('errors' in stream)) return { begin: (signal) => untilLast(stream, signal, ending) };
  ending.answered(stream.errors.length === 0);
  return stream;
}

/** When nobody wants more, what is left fails. */
async function* untilLast(
  { begin }: InParts,
  signal: AbortSignal,
  ending: Ending,
): AsyncGenerator<FirstAnswer | LaterAnswers, undefined> {
  let isGood = true;
  for await (const part of begin(signal)) {
    isGood &&= !hasErrors(part);
    if (!part.hasNext && !signal.aborted) ending.answered(isGood);
    yield part;
  }
}
