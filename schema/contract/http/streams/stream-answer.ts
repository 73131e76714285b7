import { JSON_HEADERS, type HttpAnswer } from '../answer.js';
import { STREAM_FORMATS } from './format.js';
import type { StreamedBody } from './write-stream.js';

/** What every stream carries: nothing between client and hub may hold it back. */
const STREAM_HEADERS = {
  ...JSON_HEADERS,
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** The answer that is a stream. */
export function streamAnswer(stream: StreamedBody): HttpAnswer {
  const headers = { ...STREAM_HEADERS, 'content-type': stream.format.contentType };
  return { status: 200, headers, body: '', stream };
}

/** An only answer as the stream of server-sent events that the client takes; what HTTP refuses stays as it is. */
export function asOneEvent<Answer extends HttpAnswer>(answer: Answer): Answer {
  const { contentType, answer: event, end } = STREAM_FORMATS.events;
  if (answer.status !== 200) return answer;
  const headers = { ...answer.headers, ...STREAM_HEADERS, 'content-type': contentType };
  return { ...answer, headers, body: event(answer.body.toString().trimEnd()) + end };
}
