import { HubError } from '../errors.js';
import { JSON_HEADERS, refusalAnswer } from './answer.js';
import type { GraphQLApp, OperationRequest, RequestOrigin } from './app.js';
import { readBody } from './body.js';
import type { Exchange, NamedAnswer } from './dispatch.js';
import { REFUSED } from './refusals.js';
import { HeaderMap, type BaseContext, type HTTPGraphQLResponse } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/**
 * Answers one GraphQL request.
 *
 * @param bodyLimit largest request body. Unit: bytes.
 * @throws HubError BODY_TOO_LARGE
 */
export async function graphqlAnswer<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  { request, search, origin }: Exchange,
  bodyLimit: number,
): Promise<NamedAnswer> {
  if (!isPlain(request.headers))
    return { ...refusalAnswer(REFUSED.encodedBody, origin.requestId), closes: true };
  const body = await jsonBody(request, bodyLimit);
  if (body === NOT_JSON) return refusalAnswer(REFUSED.malformedJson, origin.requestId);
  const asked = askedIn(request.method === 'GET' ? parametersOf(search) : body);
  const response = await app.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method ?? '', headers: headersOf(request.headers), search, body },
    context: async () => contextOrRefusal(app, origin, asked),
  });
  return { ...(await answerOf(response)), operation: asked.operationName };
}

const NOT_JSON = Symbol('not JSON');

/** The parsed body; nothing for a body of another media type, which Apollo then refuses. */
async function jsonBody(request: IncomingMessage, limit: number): Promise<unknown> {
  if (request.method !== 'POST') return undefined;
  const bytes = await readBody(request, limit);
  if (!isJson(request.headers['content-type'])) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return NOT_JSON;
  }
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

function isPlain(headers: IncomingHttpHeaders): boolean {
  return (headers['content-encoding'] ?? 'identity') === 'identity';
}

function parametersOf(search: string): Record<string, unknown> {
  const { variables, ...parameters } = Object.fromEntries(new URLSearchParams(search));
  return { ...parameters, variables: parsedOrNothing(variables) };
}

function parsedOrNothing(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The parts of a request that have the right form; Apollo refuses the wrong ones. */
function askedIn(body: unknown): OperationRequest {
  const { query, operationName, variables } = isRecord(body) ? body : {};
  return {
    query: typeof query === 'string' ? query : undefined,
    operationName: typeof operationName === 'string' ? operationName : undefined,
    variables: isRecord(variables) ? variables : {},
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function headersOf(headers: IncomingHttpHeaders): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) map.set(name, String(value));
  return map;
}

/** A refusal before the work begins is the client's mistake, so its status is 400. */
function contextOrRefusal<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  origin: RequestOrigin,
  asked: OperationRequest,
): Context {
  try {
    return app.contextFor(origin, asked);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    throw new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 400 } } });
  }
}

async function answerOf({ status, headers, body }: HTTPGraphQLResponse): Promise<NamedAnswer> {
  const whole = body.kind === 'complete' ? body.string : await joined(body.asyncIterator);
  return { status: status ?? 200, headers: { ...JSON_HEADERS, ...Object.fromEntries(headers) }, body: whole };
}

async function joined(parts: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const part of parts) whole += part;
  return whole;
}
