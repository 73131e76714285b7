import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Text } from './text.js';

/**
 * Every code that a client of the hub may meet, with the rule behind it. Clients decide by code, never by message.
 * The HTTP status holds where the whole request is refused; an error beside data does not change the status.
 */
export const ERROR_CODES = {
  INVALID_ID: 'The id is not one that the hub gave out, or belongs to another type.',
  INVALID_DATE: 'A calendar day is written YYYY-MM-DD.',
  INVALID_SYMBOL: 'The text is not a document symbol.',
  INVALID_CURSOR: 'The cursor is not one that this list gave out.',
  INVALID_PAGE: 'A page asks for 1 to 100 rows, forward or backward.',
  INVALID_INPUT: 'An argument breaks its rule.',
  INVALID_SETTING: 'A setting of the process is missing or wrong.',
  WORKER_FAILED: 'A process of the gateway could not be started.',
  DATA_REFUSED: 'A data file breaks its rules; nothing of the load was written.',
  DATABASE_FAILED: 'The database server of the hub could not be made or started.',
  ALREADY_RUNNING: 'Another hub uses this data folder.',
  GRANULARITY_NOT_AVAILABLE: 'The figure is not published for so small an area or so short a time.',
  NOT_FOUND: 'There is no such record, or none in the scope of the caller.',
  INVALID_TRANSITION:
    'The present state of the record allows no such step; the message names those it allows.',
  GUARD_FAILED: 'A condition of the step, or a rule over the data, is not met; `rule` names it.',
  SEPARATION_OF_DUTIES: 'Who did one part of a procedure may not do this one.',
  FORBIDDEN_SCOPE: 'The record or the work lies outside of the role or the organisation of the caller.',
  COMBINATION_NOT_ALLOWED: 'These figures may not be put together for the same place.',
  STATE_SECRET_NOT_ADMISSIBLE: 'Material with a state-secret mark is not admitted; nothing of it is kept.',
  STALE_VERSION: 'The record has changed since the version that the caller read.',
  IDEMPOTENCY_KEY_REUSED: 'The idempotency key was used for another request.',
  QUERY_TOO_COMPLEX: 'The operation is deeper, longer or costlier than the hub answers.',
  BODY_TOO_LARGE: 'The request body is larger than the hub reads.',
  DOCUMENT_NOT_TRUSTED:
    'Only operations that the operator knows beforehand are answered, asked for by their ids.',
  DOCUMENT_MISMATCH: 'The text of the operation is not the one of the id or hash that came with it.',
  PERSISTED_QUERY_NOT_FOUND: 'No operation is known under this id or hash; send its text once.',
  INTROSPECTION_REFUSED: 'The caller may not ask for the schema.',
  RATE_LIMITED: 'The caller has asked for all that one caller may within a minute.',
  UNAUTHENTICATED: 'The token is missing where one is needed, or is not one that the hub accepts.',
  REVOCATION_FAILED: 'A token could not be revoked: the gateways may still accept it.',
  AUTHENTICATION_UNAVAILABLE: 'The keys for checking tokens cannot be had at present.',
  UNAUTHORIZED_FIELD_OR_TYPE: 'The caller lacks the rights to a part of the operation.',
  UNPLANNABLE: 'The schema allows the operation, and no way through the agencies answers all of it.',
  PLAN_TIMEOUT: 'The operation is too intricate: no way through the agencies was found in time.',
  PLANNER_BUSY: 'Too many operations wait for their plans; the same may be asked again soon.',
  TOO_MANY_STREAMS:
    'As many subscriptions and answers in parts are open as may be; the same may be asked again later, and what is asked in parts as a whole at once.',
  STREAM_ENDED: 'The subscription ended before its time, for the reason given; subscribe again.',
  SUBGRAPH_UNAVAILABLE: 'The agency that owns this part did not answer.',
  SUBGRAPH_FAILED: 'The agency that owns this part failed to answer.',
  INVALID_STATEMENT:
    'The registry cannot read the signed statement, or a text that it names is missing or another one.',
  UNTRUSTED_STATEMENT: 'No key that is valid now made the signature; `reason` says what is wrong.',
  NOT_YOURS: 'The key may sign no such statement: `agency` says whose it is to say.',
  CHECK_FAILED: 'The proposed schema breaks a rule of the graph; the report names each, with who owns it.',
  STALE_BASE: 'Another version was published since the one that the change was made from.',
  ALREADY_DONE: 'What the statement says holds already.',
  TRY_AGAIN:
    'The registry cannot decide at present, and nothing was written; the same statement may be sent again.',
  RELEASE_REFUSED: 'A release is not what its registry signed, or not for this gateway; `reason` says why.',
  INTERNAL: 'The hub failed; the request id leads to the log.',
} as const;

/** A stable error code; see {@link ERROR_CODES}. */
export type ErrorCode = keyof typeof ERROR_CODES;

/**
 * An expected failure, told to the client in both languages.
 *
 * `details` may hold what the client sent and what would be right; never a secret, an address or a stack.
 */
export class HubError extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    readonly text: Text,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(text.en, { extensions: { code, messageVi: text.vi, ...details } });
    this.name = 'HubError';
  }
}

/** Codes that GraphQL servers in general use for a caller's mistake; their messages are safe to show. */
const GRAPHQL_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * The error as it may leave a process: expected failures as they are, all others reduced to INTERNAL.
 * The stack and the original error never leave.
 */
export function publicError(error: GraphQLFormattedError): GraphQLFormattedError {
  const code = error.extensions?.['code'];
  if (typeof code !== 'string' || !isPublicCode(code)) return { ...placeOf(error), ...INTERNAL };
  const { stacktrace: _, ...extensions } = error.extensions ?? {};
  return { ...placeOf(error), message: error.message, extensions };
}

function isPublicCode(code: string): boolean {
  return (Object.hasOwn(ERROR_CODES, code) && code !== 'INTERNAL') || GRAPHQL_CODES.has(code);
}

function placeOf({
  path,
  locations,
}: GraphQLFormattedError): Pick<GraphQLFormattedError, 'path' | 'locations'> {
  return { ...(locations && { locations }), ...(path && { path }) };
}

const INTERNAL = {
  message: 'The hub failed here. Quote the request id to the operator.',
  extensions: {
    code: 'INTERNAL',
    messageVi: 'Hệ thống gặp lỗi ở phần này. Hãy báo mã yêu cầu cho đơn vị vận hành.',
  },
} as const;
