import { answerIn } from './envelope.js';
import { FetchFailure, type FailureReason } from './fetch-failure.js';
import type { SubgraphAnswer } from './reach.js';
import { retryAfterIn } from './retry-after.js';

/** The head of an HTTP answer. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const JSON_TYPE = /^\s*application\/(?:graphql-response\+)?json\s*(?:;|$)/i;

const OF_STATUS: ReadonlyMap<number, FailureReason> = new Map<number, FailureReason>([
  [429, 'busy'],
  [502, 'down'],
  [503, 'down'],
  [504, 'down'],
]);

/** Why an answer is not read, as its head tells; `undefined` for one that may be GraphQL. */
export function refusalOf({ status, headers }: AnswerHead): FetchFailure | undefined {
  const reason = OF_STATUS.get(status) ?? usualReason(status, headers);
  if (!reason) return undefined;
  const retryAfter = OF_STATUS.has(status) ? retryAfterIn(headers['retry-after']) : undefined;
  return new FetchFailure(reason, { detail: status, retryAfter });
}

function usualReason(status: number, headers: AnswerHead['headers']): FailureReason | undefined {
  if (status >= 500) return 'server-error';
  if (status >= 300 && status < 400) return 'redirect';
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return 'encoded';
  if (JSON_TYPE.test(String(headers['content-type'] ?? ''))) return undefined;
  return TURNS_AWAY.has(status) ? 'turned-away' : 'not-json';
}

/** Statuses by which a subgraph does not let a caller in. */
const TURNS_AWAY: ReadonlySet<number> = new Set([401, 403]);

/** What the head of an answer tells where only another protocol would have been an answer. */
export function refusalOfProtocol(head: AnswerHead): FetchFailure {
  const { status } = head;
  const reason = TURNS_AWAY.has(status) ? 'turned-away' : 'not-graphql';
  return refusalOf(head) ?? new FetchFailure(reason, { detail: status });
}

/** A GraphQL answer that several may have got: each makes data of its own of it. */
export class Received {
  constructor(
    private readonly text: string,
    private first: SubgraphAnswer | null,
  ) {}

  /** The answer, whose data nobody else has. */
  take(): SubgraphAnswer {
    const answer = this.first ?? answerOrFail(this.text);
    this.first = null;
    return answer;
  }
}

/**
 * Reads the GraphQL answer out of a text.
 *
 * @throws FetchFailure when it is none, or nested too deep.
 */
export function readAnswer(text: string): Received {
  return new Received(text, answerOrFail(text));
}

function answerOrFail(text: string): SubgraphAnswer {
  const answer = answerIn(text);
  if (!answer) throw new FetchFailure('not-graphql');
  return answer;
}
