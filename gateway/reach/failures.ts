import { ERROR_CODES, HubError, type ErrorCode } from '../../schema/contract/errors.js';
import { text, type Text } from '../../schema/contract/text.js';
import { MAX_WORDS, toldDetails } from './details.js';
import type { GraphQLFormattedError } from 'graphql';

/**
 * The agency did not answer, or was not asked: network, time-out, its server is down, or too much is asked of it.
 *
 * @param wait how soon it may be asked again, where that is known. Unit: milliseconds.
 */
export function unavailable(agency: string, wait?: number): HubError {
  const retryAfter = wait === undefined ? undefined : Math.max(1, Math.ceil(wait / 1_000));
  return new HubError('SUBGRAPH_UNAVAILABLE', wordsFor('SUBGRAPH_UNAVAILABLE', agency), {
    agency,
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

/** The agency answered, but not with an answer. */
export function failed(agency: string): HubError {
  return new HubError('SUBGRAPH_FAILED', wordsFor('SUBGRAPH_FAILED', agency), { agency });
}

const WORDS = {
  SUBGRAPH_UNAVAILABLE: (agency: string) =>
    text(
      `Cơ quan “${agency}” hiện không trả lời; phần này của kết quả bị thiếu.`,
      `The agency “${agency}” does not answer now; this part of the result is missing.`,
    ),
  SUBGRAPH_FAILED: (agency: string) =>
    text(
      `Cơ quan “${agency}” gặp lỗi khi trả lời; phần này của kết quả bị thiếu.`,
      `The agency “${agency}” failed to answer; this part of the result is missing.`,
    ),
  INVALID_INPUT: (agency: string) =>
    text(
      `Cơ quan “${agency}” không nhận một giá trị đầu vào.`,
      `The agency “${agency}” does not take one of the values given.`,
    ),
} satisfies Partial<Record<ErrorCode, (agency: string) => Text>>;

function wordsFor(code: keyof typeof WORDS, agency: string): Text {
  return WORDS[code](agency);
}

/** Codes of a subgraph whose own words are not shown, with the code that clients see instead. */
const REPLACED: ReadonlyMap<unknown, keyof typeof WORDS> = new Map([
  ['BAD_USER_INPUT', 'INVALID_INPUT'],
  ['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE'],
]);

/** Errors of one answer that are passed on. Unit: errors. */
const MAX_ERRORS = 200;
/** Longest path of an error; no operation is so deep. Unit: steps. */
const MAX_PATH = 1_000;

/**
 * The errors of one answer as the gateway passes them on. The last one says in `leftOut` how many more there were.
 */
export function allPassedOn(
  errors: readonly GraphQLFormattedError[],
  agency: string,
): readonly GraphQLFormattedError[] {
  const told = errors.slice(0, MAX_ERRORS).map((error) => passedOn(error, agency));
  const leftOut = errors.length - told.length;
  const last = told.at(-1);
  if (leftOut === 0 || !last) return told;
  return [...told.slice(0, -1), { ...last, extensions: { ...last.extensions, leftOut } }];
}

/**
 * A subgraph's error as the gateway passes it on: an expected one with its code and words, all others with words of
 * our own, and the agency on both. Nothing else that the subgraph wrote passes.
 */
function passedOn(error: GraphQLFormattedError, agency: string): GraphQLFormattedError {
  const { path } = error;
  const place = path && path.length <= MAX_PATH && { path };
  if (isExpected(error.extensions?.['code'])) {
    const extensions = { ...toldDetails(error.extensions ?? {}), agency };
    return { ...place, message: error.message.slice(0, MAX_WORDS), extensions };
  }
  const code = REPLACED.get(error.extensions?.['code']) ?? 'SUBGRAPH_FAILED';
  const { en, vi } = wordsFor(code, agency);
  return { ...place, message: en, extensions: { code, messageVi: vi, agency } };
}

/** Codes that say something about the subgraph's process, or about the fetch, not about what the client asked. */
const OF_THE_PROCESS = new Set<string>([
  'INTERNAL',
  'INVALID_SETTING',
  'DATA_REFUSED',
  'DATABASE_FAILED',
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_FAILED',
  'UNAUTHENTICATED',
  'AUTHENTICATION_UNAVAILABLE',
  'BODY_TOO_LARGE',
  'RATE_LIMITED',
  'INTROSPECTION_REFUSED',
  'DOCUMENT_NOT_TRUSTED',
  'DOCUMENT_MISMATCH',
  'PERSISTED_QUERY_NOT_FOUND',
]);

function isExpected(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code) && !OF_THE_PROCESS.has(code);
}
