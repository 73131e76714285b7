import { HubError, publicError } from './errors.js';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** How deep a library may wrap an error of ours. Unit: errors. */
const MAX_WRAPPINGS = 5;

/** The Vietnamese wording for the codes of GraphQL servers in general, whose messages are English only. */
const VIETNAMESE: ReadonlyMap<unknown, string> = new Map([
  ['GRAPHQL_PARSE_FAILED', 'Truy vấn sai cú pháp GraphQL.'],
  ['GRAPHQL_VALIDATION_FAILED', 'Truy vấn không hợp với lược đồ.'],
  ['BAD_USER_INPUT', 'Biến của truy vấn không hợp lệ.'],
  ['BAD_REQUEST', 'Yêu cầu không hợp lệ.'],
  ['OPERATION_RESOLUTION_FAILURE', 'Không xác định được thao tác cần chạy.'],
  ['PERSISTED_QUERY_NOT_SUPPORTED', 'Máy chủ không lưu sẵn truy vấn; hãy gửi toàn văn truy vấn.'],
]);

/**
 * An error as it leaves a process: the code and the words that were thrown, however libraries wrapped them, and
 * nothing that was not meant for the client.
 *
 * @param formatted what the GraphQL library would have sent
 * @param raw what was thrown
 */
export function dressError(formatted: GraphQLFormattedError, raw: unknown): GraphQLFormattedError {
  const error = publicError(expectedIn(raw, formatted) ?? formatted);
  const messageVi = VIETNAMESE.get(error.extensions?.['code']);
  if (messageVi === undefined) return error;
  return { ...error, message: shortened(error.message), extensions: { messageVi, ...error.extensions } };
}

/** Longest message of a library, which repeats what the client sent. Unit: characters. */
const MAX_MESSAGE = 1_000;

function shortened(message: string): string {
  return message.length <= MAX_MESSAGE ? message : `${message.slice(0, MAX_MESSAGE)}…`;
}

/** Whether the client learns only that the hub failed, so that the log must tell what happened. */
export function isUnexpected(error: GraphQLFormattedError): boolean {
  const { message, extensions } = error;
  return dressError({ message, extensions }, error).extensions?.['code'] === 'INTERNAL';
}

function expectedIn(raw: unknown, formatted: GraphQLFormattedError): GraphQLFormattedError | null {
  const found = hubErrorIn(raw);
  return found && { ...formatted, message: found.message, extensions: { ...found.extensions } };
}

function hubErrorIn(raw: unknown): HubError | null {
  let error = raw;
  for (let depth = 0; depth < MAX_WRAPPINGS; depth += 1) {
    if (error instanceof HubError) return error;
    if (!(error instanceof GraphQLError)) return null;
    error = error.originalError;
  }
  return null;
}
