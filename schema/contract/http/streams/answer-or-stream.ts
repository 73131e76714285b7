import type { GraphQLApp } from '../app.js';
import type { NamedAnswer } from '../dispatch.js';
import { answerEntered, type Entered, type Visit } from '../operation.js';
import type { StreamFormatName } from './format.js';
import { isKnownSite } from './origin.js';
import { asOneEvent, streamAnswer } from './stream-answer.js';
import type { BaseContext } from '@apollo/server';

/** The streams that a client takes. */
export interface Takes {
  readonly formats: readonly StreamFormatName[];
  /** Whether it takes nothing but streams. */
  readonly isStreamOnly: boolean;
}

/** By GET a browser asks for events alone, and without asking first whether the page may. */
function mayStream({ door }: Pick<GraphQLApp<never>, 'door'>, { exchange, formats }: Visit & Takes): boolean {
  const { method, headers } = exchange.request;
  if (method !== 'GET') return formats.length > 0;
  return formats[0] === 'events' && isKnownSite(headers, door?.cors?.origins);
}

/** Answers one operation: by a stream if it has several answers and the client takes them. */
export async function answerOrStream<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  visit: Visit & Takes,
  entered: Entered<Context>,
): Promise<NamedAnswer> {
  const { formats, isStreamOnly } = visit;
  const { asked, contextOf, keep } = entered;
  const stream = mayStream(app, visit) ? await app.streamed?.(asked, contextOf, formats) : null;
  if (stream) {
    keep?.();
    return { ...streamAnswer(stream), operation: asked.operationName };
  }
  const answer = await answerEntered(app, visit, entered);
  return isStreamOnly && formats[0] === 'events' ? asOneEvent(answer) : answer;
}
