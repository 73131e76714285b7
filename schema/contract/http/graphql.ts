import { refusalAnswer } from './answer.js';
import type { GraphQLApp } from './app.js';
import { batchAnswer } from './batch.js';
import { preflightAnswer, withCors } from './cors.js';
import type { Exchange, NamedAnswer } from './dispatch.js';
import { MEDIA_TYPES, negotiate } from './media-type.js';
import { enter, refusedAnswer, type Visit } from './operation.js';
import { parametersIn } from './parameters.js';
import { jsonOf } from './read-request.js';
import { REFUSED } from './refusals.js';
import { streamFormatsIn } from './streams/accept.js';
import { answerOrStream, type Takes } from './streams/answer-or-stream.js';
import type { BaseContext } from '@apollo/server';

/**
 * Answers one GraphQL request.
 *
 * @param bodyLimit largest request body. Unit: bytes.
 */
export async function graphqlAnswer<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  exchange: Exchange,
  bodyLimit: number,
): Promise<NamedAnswer> {
  const { cors } = app.door ?? {};
  const { method, headers } = exchange.request;
  if (method === 'OPTIONS') return preflightAnswer(cors, headers, exchange.origin.requestId);
  const answer = await answerTo(app, exchange, bodyLimit);
  return cors ? withCors(cors, headers.origin, answer) : answer;
}

async function answerTo<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  exchange: Exchange,
  bodyLimit: number,
): Promise<NamedAnswer> {
  const { request, origin } = exchange;
  const formats = app.streamed ? streamFormatsIn(request.headers.accept) : [];
  const asOne = negotiate(request.headers.accept);
  const mediaType = asOne ?? (formats.length > 0 ? MEDIA_TYPES[0] : null);
  if (!mediaType) return refusalAnswer(REFUSED.notAcceptable, origin.requestId);
  const visit: Visit & Takes = { exchange, mediaType, formats, isStreamOnly: !asOne };
  try {
    const asked = await jsonOf(exchange, bodyLimit);
    if (Array.isArray(asked)) return await batchAnswer(app, visit, asked);
    return await answerOrStream(app, visit, await enter(app, visit, parametersIn(asked)));
  } catch (error) {
    return refusedAnswer(error, visit);
  }
}
