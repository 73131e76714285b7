import { answerIn } from './envelope.js';
import type { SubgraphAnswer } from './reach.js';
import type { Dispatcher } from 'undici';

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

const JSON_TYPES = ['application/json', 'application/graphql-response+json'];

/**
 * Reads the GraphQL answer out of an HTTP answer.
 *
 * @throws FetchFailure when the server is down, redirects, or sends anything else.
 */
export async function readAnswer({
  statusCode,
  headers,
  body,
}: Dispatcher.ResponseData): Promise<SubgraphAnswer> {
  const isJson = JSON_TYPES.includes(mediaTypeOf(headers['content-type']));
  const isRedirect = statusCode >= 300 && statusCode < 400;
  if (statusCode >= 500 || isRedirect || !isJson) {
    await body.dump();
    throw new FetchFailure(`HTTP ${statusCode}${isJson ? '' : ', not JSON'}`, statusCode < 500);
  }
  const answer = answerIn(await body.text());
  if (!answer) throw new FetchFailure('not a GraphQL answer', true);
  return answer;
}

/** What went wrong, in the words of the log. */
export function failureOf(error: unknown): FetchFailure {
  if (error instanceof FetchFailure) return error;
  const { code = 'UNKNOWN' } = error as { readonly code?: string };
  return new FetchFailure(code, code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE');
}

function mediaTypeOf(contentType: string | string[] | undefined): string {
  return (
    String(contentType ?? '')
      .split(';')[0]
      ?.trim()
      .toLowerCase() ?? ''
  );
}
