import { HubError } from '../errors.js';
import { graphqlResult, type GraphQLResult, type HttpAnswer } from './answer.js';
import type { ContextOf, GraphQLApp, OperationRequest } from './app.js';
import { headOf } from './heads.js';
import { statusWithoutData, type MediaType } from './media-type.js';
import { searchFor } from './parameters.js';
import { HeaderMap, type BaseContext, type HTTPGraphQLResponse } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** One operation on its way through Apollo Server. */
export interface Passage<Context> {
  readonly request: IncomingMessage;
  readonly asked: OperationRequest;
  readonly mediaType: MediaType;
  readonly contextOf: ContextOf<Context>;
}

/** Apollo is given what was understood, never what was sent: no two readings of one request can differ. */
export async function answerThroughApollo<Context extends BaseContext>(
  { apollo }: GraphQLApp<Context>,
  { request, asked, mediaType, contextOf }: Passage<Context>,
): Promise<HttpAnswer> {
  const response = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method ?? '',
      headers: headersOf(request.headers, mediaType),
      search: request.method === 'GET' ? searchFor(asked) : '',
      body: bodyFor(asked),
    },
    context: () => contextOrRefusal(contextOf, mediaType),
  });
  return graphqlResult(mediaType, await resultOf(response));
}

function bodyFor({ query, operationName, variables, extensions }: OperationRequest): Record<string, unknown> {
  const parameters = { query, operationName, variables, extensions };
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
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
    const extensions = { ...error.extensions, http: apolloHead(error, mediaType) };
    throw new GraphQLError(error.message, { originalError: error, extensions });
  }
}

/** What GraphQL refuses has the status of the media type. */
function apolloHead(error: GraphQLError, mediaType: MediaType) {
  if (!(error instanceof HubError)) return { status: statusOfGraphQL(error, mediaType) };
  const { status, headers = {} } = headOf(error, mediaType);
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
