import { dressError } from '../dress.js';
import type { HubError } from '../errors.js';
import type { Text } from '../text.js';
import type { MediaType } from './media-type.js';
import type { StreamedBody } from './streams/write-stream.js';
import type { GraphQLFormattedError } from 'graphql';

/** A complete HTTP answer, ready to be written. */
export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** What is written in place of the body. */
  readonly stream?: StreamedBody;
  /** Whether the connection must not be used again, because the rest of the request was not read. */
  readonly closes?: boolean;
}

/** What every JSON answer carries. */
export const JSON_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const;

/** An answer that holds a JSON value. */
export function jsonAnswer(status: number, value: unknown, headers: HttpAnswer['headers'] = {}): HttpAnswer {
  return { status, headers: { ...JSON_HEADERS, ...headers }, body: `${JSON.stringify(value)}\n` };
}

/** A GraphQL answer as text. */
export interface GraphQLResult {
  /** 200 unless given; see `statusWithoutData`. */
  readonly status?: number;
  readonly headers?: HttpAnswer['headers'];
  readonly body: HttpAnswer['body'];
}

/** The answer to a GraphQL request, in the media type that the client prefers. */
export function graphqlResult(
  mediaType: MediaType,
  { status = 200, headers, body }: GraphQLResult,
): HttpAnswer {
  return inMediaType(mediaType, { status, headers: { ...JSON_HEADERS, ...headers }, body });
}

/** A JSON answer under the name of another media type. */
export function inMediaType(mediaType: MediaType, answer: HttpAnswer): HttpAnswer {
  return { ...answer, headers: { ...answer.headers, 'content-type': `${mediaType}; charset=utf-8` } };
}

/** A refusal of the whole request, in the shape of a GraphQL answer. */
export interface Refusal {
  readonly status: number;
  readonly text: Text;
  readonly headers?: HttpAnswer['headers'];
  /** Whether it is refused before its body is read. */
  readonly closes?: boolean;
}

/** The answer to a request that is refused for what it is, before any GraphQL. */
export function refusalAnswer(
  { status, text, headers, closes = false }: Refusal,
  requestId: string,
): HttpAnswer {
  const extensions = { code: 'BAD_REQUEST', messageVi: text.vi, requestId };
  return { ...jsonAnswer(status, { errors: [{ message: text.en, extensions }] }, headers), closes };
}

/** The answer to a request that broke a rule of the hub. */
export function hubErrorAnswer(status: number, error: HubError, requestId: string): HttpAnswer {
  return jsonAnswer(status, { errors: [withRequestId(dressError(error.toJSON(), error), requestId)] });
}

/** The answer when the process itself failed. */
export function failureAnswer(requestId: string): HttpAnswer {
  return jsonAnswer(500, { errors: [withRequestId(dressError({ message: '' }, null), requestId)] });
}

/** The error with the id that leads to the log. */
export function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId } };
}
