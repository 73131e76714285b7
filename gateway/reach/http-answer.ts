import { answerIn } from './envelope.js';
import type { Posted } from './post.js';
import type { SubgraphAnswer } from './reach.js';

/** Why a fetch came to nothing, for the log. */
export class FetchFailure extends Error {
  constructor(
    readonly reason: string,
    /** Whether the subgraph's server was there and answered. */
    readonly didAnswer: boolean,
  ) {
    super(reason);
    this.name = 'FetchFailure';
  }
}

const JSON_TYPE = /^\s*application\/(?:graphql-response\+)?json\s*(?:;|$)/i;

/**
 * Reads the GraphQL answer out of an HTTP answer.
 *
 * @throws FetchFailure when the server is down, redirects, or sends anything else.
 */
export function readAnswer({ status, contentType, text }: Posted): SubgraphAnswer {
  const isJson = JSON_TYPE.test(contentType);
  const isRedirect = status >= 300 && status < 400;
  if (status >= 500 || isRedirect || !isJson)
    throw new FetchFailure(`HTTP ${status}${isJson ? '' : ', not JSON'}`, status < 500);
  const answer = answerIn(text);
  if (!answer) throw new FetchFailure('not a GraphQL answer', true);
  return answer;
}

/** What went wrong, in the words of the log. */
export function failureOf(error: unknown): FetchFailure {
  if (error instanceof FetchFailure) return error;
  const { code = 'UNKNOWN' } = error as { readonly code?: string };
  return new FetchFailure(code, code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE');
}
