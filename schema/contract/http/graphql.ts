import { HubError } from '../errors.js';
import { TOKEN_REFUSALS } from '../token/refusals.js';
import {
  graphqlResult,
  hubErrorAnswer,
  inMediaType,
  refusalAnswer,
  type GraphQLResult,
  type HttpAnswer,
} from './answer.js';
import type { ContextOf, GraphQLApp, OperationRequest } from './app.js';
import { readBody } from './body.js';
import type { Exchange, NamedAnswer } from './dispatch.js';
import { isTooDeep } from './json-depth.js';
import { isUtf8Json, negotiate, statusWithoutData, type MediaType } from './media-type.js';
import {
  operationAsked,
  parametersInBody,
  parametersInSearch,
  searchIn,
  type Parameters,
} from './parameters.js';
import { REFUSED, RefusedRequest } from './refusals.js';
import { HeaderMap, type BaseContext, type HTTPGraphQLResponse } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A well-formed request, with how its answer is to be written. */
export type AcceptedRequest = OperationRequest & { readonly mediaType: MediaType };

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
  const { request, origin } = exchange;
  const mediaType = negotiate(request.headers.accept);
  if (!mediaType) return refusalAnswer(REFUSED.notAcceptable, origin.requestId);
  try {
    const asked = { mediaType, ...operationAsked(await parametersIn(exchange, bodyLimit)) };
    const contextOf = once(() => app.contextFor(origin, asked));
    const quick = request.method === 'POST' ? await app.quick?.(asked, contextOf) : null;
    const answer = quick
      ? graphqlResult(mediaType, quick)
      : await answerOf(app, exchange, { asked, contextOf });
    return { ...answer, operation: asked.operationName };
  } catch (error) {
    return inMediaType(mediaType, refusedAnswer(error, origin.requestId));
  }
}

interface Accepted<Context> {
  readonly asked: AcceptedRequest;
  readonly contextOf: ContextOf<Context>;
}

/** Does work when it is first wanted, and never again, whether it came to a result or failed. */
function once<Result>(work: () => Result): () => Result {
  let done: (() => Result) | undefined;
  return () => {
    done ??= outcomeOf(work);
    return done();
  };
}

function outcomeOf<Result>(work: () => Result): () => Result {
  try {
    const result = work();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** @throws unknown what is not the client's mistake. */
function refusedAnswer(error: unknown, requestId: string): HttpAnswer {
  if (error instanceof RefusedRequest) return refusalAnswer(error.refusal, requestId);
  if (!(error instanceof HubError && error.code === 'BODY_TOO_LARGE')) throw error;
  return { ...hubErrorAnswer(413, error, requestId), closes: true };
}

async function parametersIn({ request, search }: Exchange, bodyLimit: number): Promise<Parameters> {
  requireReadable(request);
  if (request.method === 'GET') return parametersInSearch(searchIn(search));
  return parametersInBody(jsonIn(await readBody(request, bodyLimit)));
}

/** A body of any other type is never read: that keeps out what another site's page can send without being asked. */
function requireReadable({ method, headers }: IncomingMessage): void {
  const { 'content-type': type, 'content-encoding': encoding = 'identity' } = headers;
  if (encoding !== 'identity') throw new RefusedRequest(REFUSED.encodedBody);
  const isBare = method === 'GET' && type === undefined;
  if (!isBare && !isUtf8Json(type ?? '')) throw new RefusedRequest(REFUSED.notJson);
}

function jsonIn(bytes: Buffer): unknown {
  if (isTooDeep(bytes)) throw new RefusedRequest(REFUSED.tooDeepJson);
  try {
    if (isUtf8(bytes)) return JSON.parse(bytes.toString('utf8'));
  } catch {
    // Refused below, like what is no text at all.
  }
  throw new RefusedRequest(REFUSED.malformedJson);
}

/** Apollo is given what was understood, never what was sent: no two readings of one request can differ. */
async function answerOf<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  { request, search }: Exchange,
  { asked, contextOf }: Accepted<Context>,
): Promise<HttpAnswer> {
  const { mediaType, ...operation } = asked;
  const response = await app.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method ?? '',
      headers: headersOf(request.headers, mediaType),
      search: request.method === 'GET' ? searchIn(search).toString() : '',
      body: definedIn(operation),
    },
    context: () => contextOrRefusal(contextOf, asked.mediaType),
  });
  return graphqlResult(mediaType, await resultOf(response));
}

function definedIn(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function headersOf(headers: IncomingHttpHeaders, accept: MediaType): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) map.set(name, String(value));
  return map.set('accept', accept);
}

async function contextOrRefusal<Context>(
  contextOf: ContextOf<Context>,
  mediaType: MediaType,
): Promise<Context> {
  try {
    return await contextOf();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const extensions = { ...error.extensions, http: headOfRefusal(error, mediaType) };
    throw new GraphQLError(error.message, { originalError: error, extensions });
  }
}

/** What a rule of the hub refuses has one status in every media type; what GraphQL refuses has that of the media type. */
function headOfRefusal(error: GraphQLError, mediaType: MediaType) {
  if (!(error instanceof HubError)) return { status: statusOfGraphQL(error, mediaType) };
  const { status = 400, headers = {} } = TOKEN_REFUSALS.get(error.code) ?? {};
  return { status, headers: new HeaderMap(Object.entries(headers)) };
}

function statusOfGraphQL({ extensions }: GraphQLError, mediaType: MediaType): number {
  return extensions['code'] === 'OPERATION_RESOLUTION_FAILURE' ? statusWithoutData(mediaType) : 500;
}

async function resultOf({ status, headers, body }: HTTPGraphQLResponse): Promise<GraphQLResult> {
  const whole = body.kind === 'complete' ? body.string : await joined(body.asyncIterator);
  return { status, headers: Object.fromEntries(headers), body: whole };
}

async function joined(parts: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const part of parts) whole += part;
  return whole;
}
