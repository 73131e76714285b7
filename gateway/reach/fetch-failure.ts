/** What a class of failures means for the client, for the subgraph's circuit, and for another try. */
interface FailureClass {
  /** Whether the subgraph's server was there and answered. */
  readonly didAnswer: boolean;
  /** Whether the subgraph is to blame, so that its circuit counts it. */
  readonly isFault: boolean;
  /** Whether a query may be sent again. */
  readonly mayRetry: boolean;
}

const NOT_TO_BLAME = { didAnswer: false, isFault: false, mayRetry: false };
const NO_ANSWER = { didAnswer: false, isFault: true, mayRetry: false };
const NO_ANSWER_YET = { didAnswer: false, isFault: true, mayRetry: true };
const NOT_FOR_THIS_ONE = { didAnswer: true, isFault: false, mayRetry: false };
const NOT_AN_ANSWER = { didAnswer: true, isFault: true, mayRetry: false };

const CLASSES = {
  /** Nobody wants the answer any more. */
  left: NOT_TO_BLAME,
  /** The way to the subgraph was closed, since a newer supergraph is there or the process stops. */
  closed: NOT_TO_BLAME,
  /** Too many fetches wait for a connection, or this one waited too long. */
  overloaded: NOT_TO_BLAME,
  /** The subgraph failed too often; it is left alone for a while. */
  'circuit-open': NOT_TO_BLAME,
  /** No address, no route, no trusted certificate. */
  unreachable: NO_ANSWER,
  /** Nobody listens. */
  refused: NO_ANSWER_YET,
  /** The connection was lost before an answer began. */
  reset: NO_ANSWER_YET,
  /** The connection was lost within an answer, or the answer is not as long as announced. */
  cut: NO_ANSWER,
  'time-out': NO_ANSWER,
  /** Nobody wants the answer any more, which had not begun when others would have ended. */
  silent: NO_ANSWER,
  /** No head of a stream of events, which some servers send only with the first of them. */
  'no-head': NOT_TO_BLAME,
  /** 429: the server is well, and wants fewer questions. */
  busy: { didAnswer: false, isFault: false, mayRetry: true },
  /** 502, 503 or 504. */
  down: NO_ANSWER_YET,
  /** Any other status from 500 on. */
  'server-error': NO_ANSWER,
  redirect: NOT_AN_ANSWER,
  /** Compressed, though it was asked for as it is. */
  encoded: NOT_AN_ANSWER,
  'not-json': NOT_AN_ANSWER,
  'not-graphql': NOT_AN_ANSWER,
  /** Not HTTP, or with a head that is larger than is read. */
  'not-http': NOT_AN_ANSWER,
  /** Whoever asks for much is not the subgraph. */
  'too-large': NOT_FOR_THIS_ONE,
  /** Nested deeper than can be worked on; others may ask for less. */
  'too-deep': NOT_FOR_THIS_ONE,
  /** The subgraph does not let this caller in, which says nothing about others. */
  'turned-away': NOT_FOR_THIS_ONE,
} satisfies Record<string, FailureClass>;

/** Why a fetch came to nothing, in the words of log and metrics. */
export type FailureReason = keyof typeof CLASSES;

/** What more is known of a failure. */
export interface FailureDetails {
  /** Status or error code; never an address, nor anything that the subgraph wrote. */
  readonly detail?: string | number;
  /** When the same may be asked again, from now. Unit: milliseconds. */
  readonly retryAfter?: number;
}

/** Why a fetch came to nothing, for the log and for those who decide about the next one. */
export class FetchFailure extends Error implements FailureClass {
  readonly didAnswer: boolean;
  readonly isFault: boolean;
  readonly mayRetry: boolean;
  /** Status or error code. */
  readonly detail?: string | number;
  /** When the same may be asked again, from now. Unit: milliseconds. */
  readonly retryAfter?: number;

  constructor(
    readonly reason: FailureReason,
    { detail, retryAfter }: FailureDetails = {},
  ) {
    super(reason);
    this.name = 'FetchFailure';
    const { didAnswer, isFault, mayRetry } = CLASSES[reason];
    this.didAnswer = didAnswer;
    this.isFault = isFault;
    this.mayRetry = mayRetry;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}

const REASONS: ReadonlyMap<string, FailureReason> = new Map<string, FailureReason>([
  ['ECONNREFUSED', 'refused'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['UND_ERR_SOCKET', 'reset'],
  ['UND_ERR_CONNECT_TIMEOUT', 'time-out'],
  ['UND_ERR_HEADERS_TIMEOUT', 'time-out'],
  ['UND_ERR_BODY_TIMEOUT', 'time-out'],
  ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'too-large'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'cut'],
  ['UND_ERR_HEADERS_OVERFLOW', 'not-http'],
  ['HTTPParserError', 'not-http'],
  ['UND_ERR_DESTROYED', 'closed'],
  ['UND_ERR_CLOSED', 'closed'],
]);

/**
 * What went wrong with a request.
 *
 * @param hasBegun whether the head of its answer was there
 */
export function failureOf(error: unknown, hasBegun = false): FetchFailure {
  if (error instanceof FetchFailure) return error;
  const { code, name } = error as { readonly code?: unknown; readonly name?: string };
  const detail = typeof code === 'string' ? code : (name ?? 'unknown');
  const reason = REASONS.get(detail) ?? 'unreachable';
  return new FetchFailure(reason === 'reset' && hasBegun ? 'cut' : reason, { detail });
}
