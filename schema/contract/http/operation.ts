import { HubError } from '../errors.js';
import { graphqlResult, hubErrorAnswer, inMediaType, refusalAnswer, type HttpAnswer } from './answer.js';
import type { ContextOf, GraphQLApp, QuickAnswer, RequestOrigin } from './app.js';
import type { Exchange, NamedAnswer } from './dispatch.js';
import type { Door, FoundDocument } from './door.js';
import { headOf } from './heads.js';
import { statusWithoutData, type MediaType } from './media-type.js';
import { once } from './once.js';
import { operationFound, type Parameters } from './parameters.js';
import { RefusedRequest } from './refusals.js';
import { answerThroughApollo } from './through-apollo.js';
import type { BaseContext } from '@apollo/server';

/** A request whose answer has a media type. */
export interface Visit {
  readonly exchange: Exchange;
  readonly mediaType: MediaType;
}

/** A well-formed operation of a request. */
export interface Entered<Context> extends FoundDocument {
  readonly contextOf: ContextOf<Context>;
}

/**
 * Lets one operation of a request in, with the text of the document that it names.
 *
 * @throws RefusedRequest or HubError when it is not one to run.
 */
export async function enter<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  { exchange }: Visit,
  parameters: Parameters,
): Promise<Entered<Context>> {
  const { door } = app;
  const { asked, keep } = await operationFound(parameters, door?.documentFor);
  return { asked, keep, contextOf: once(() => app.contextFor(originOf(exchange, door), asked)) };
}

function originOf(
  { request, origin }: Exchange,
  door: Pick<Door<never>, 'addressOf'> | undefined,
): RequestOrigin {
  const addressOf = door?.addressOf;
  if (!addressOf) return origin;
  const address = (): string => {
    const forwarded = request.headers['x-forwarded-for'];
    return addressOf({ peer: request.socket.remoteAddress, forwarded: forwarded?.toString() });
  };
  return { ...origin, address };
}

/** Answers one operation, and tells the app of it. */
export async function answerEntered<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  visit: Visit,
  entered: Entered<Context>,
): Promise<NamedAnswer> {
  let answer: HttpAnswer | null = null;
  try {
    answer = await answerTo(app, visit, entered);
  } finally {
    await app.onAnswered?.(entered.contextOf, answer);
  }
  if (entered.keep && hasData(answer)) entered.keep();
  return { ...answer, operation: entered.asked.operationName };
}

async function answerTo<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  visit: Visit,
  entered: Entered<Context>,
): Promise<HttpAnswer> {
  const isPost = visit.exchange.request.method === 'POST';
  const atOnce = isPost ? await answerAtOnce(app, visit, entered) : null;
  return atOnce ?? answerInFull(app, visit, entered);
}

/** Whether the operation was one to run: to others the status in `application/json` may be the same. */
function hasData({ body }: HttpAnswer): boolean {
  const { data } = JSON.parse(body.toString()) as { readonly data?: unknown };
  return data !== undefined;
}

/** Answers without Apollo what is plain, or refused before its work; nothing for what Apollo has to look at. */
async function answerAtOnce<Context extends BaseContext>(
  { quick }: GraphQLApp<Context>,
  visit: Visit,
  { asked, contextOf }: Entered<Context>,
): Promise<HttpAnswer | null> {
  const answer = await quick?.(asked, contextOf);
  if (answer) return graphqlResult(visit.mediaType, withStatus(answer, visit));
  try {
    await contextOf();
    return null;
  } catch (error) {
    return error instanceof HubError ? refusedAnswer(error, visit) : null;
  }
}

function withStatus({ isRefused, ...answer }: QuickAnswer, { mediaType }: Visit): QuickAnswer {
  return isRefused ? { ...answer, status: statusWithoutData(mediaType) } : answer;
}

function answerInFull<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  { exchange: { request }, mediaType }: Visit,
  { asked, contextOf }: Entered<Context>,
): Promise<HttpAnswer> {
  return answerThroughApollo(app, { request, asked, mediaType, contextOf });
}

/**
 * The answer to what was refused.
 *
 * @throws unknown what is not the client's mistake.
 */
export function refusedAnswer(error: unknown, { exchange, mediaType }: Visit): HttpAnswer {
  const { requestId } = exchange.origin;
  if (error instanceof RefusedRequest) return inMediaType(mediaType, refusalAnswer(error.refusal, requestId));
  if (!(error instanceof HubError)) throw error;
  const { status, headers } = headOf(error, mediaType);
  const answer = inMediaType(mediaType, hubErrorAnswer(status, error, requestId));
  return {
    ...answer,
    headers: { ...answer.headers, ...headers },
    closes: error.code === 'BODY_TOO_LARGE',
  };
}
