/** How a stream of answers is written. Every answer is JSON on its own. */
export interface StreamFormat {
  readonly contentType: string;
  /** What stands before the first answer. */
  readonly begin: string;
  readonly end: string;
  /** Keeps intermediaries and the client from giving the connection up; it says nothing. */
  readonly heartbeat: string;
  readonly answer: (json: string) => string;
  /** The last words of a stream that ends before its time. @param errors as JSON, a list. */
  readonly failure: (errors: string) => string;
}

/** The formats by the names that the rest of the hub has for them. */
export type StreamFormatName = 'events' | 'multipart-subscription' | 'multipart-defer';

/**
 * The parts of a multipart answer. The boundary follows each part at once, since a client takes a part for complete
 * when it sees the next boundary.
 *
 * Source: RFC 1341 section 7.2.
 */
function multipart(boundary: string, json: string): string {
  return `\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${json}\r\n--${boundary}`;
}

const SUBSCRIPTION_BOUNDARY = 'graphql';
const DEFER_BOUNDARY = '-';

/** What ends each server-sent event. */
const COMPLETE = 'event: complete\ndata:\n\n';

/**
 * How streams are written.
 *
 * Source: github.com/enisdenjo/graphql-sse, PROTOCOL.md; Apollo's "Multipart subscriptions protocol" 1.0; the draft
 * "Incremental delivery over HTTP" as of 2022-08-24.
 */
export const STREAM_FORMATS: Readonly<Record<StreamFormatName, StreamFormat>> = {
  events: {
    contentType: 'text/event-stream; charset=utf-8',
    begin: ':\n\n',
    end: COMPLETE,
    heartbeat: ':\n\n',
    answer: (json) => `event: next\ndata: ${json}\n\n`,
    failure: (errors) => `event: next\ndata: {"errors":${errors}}\n\n`,
  },
  'multipart-subscription': {
    contentType: `multipart/mixed; boundary="${SUBSCRIPTION_BOUNDARY}"; subscriptionSpec="1.0"`,
    begin: `\r\n--${SUBSCRIPTION_BOUNDARY}`,
    end: '--\r\n',
    heartbeat: multipart(SUBSCRIPTION_BOUNDARY, '{}'),
    answer: (json) => multipart(SUBSCRIPTION_BOUNDARY, `{"payload":${json}}`),
    failure: (errors) => multipart(SUBSCRIPTION_BOUNDARY, `{"payload":null,"errors":${errors}}`),
  },
  'multipart-defer': {
    contentType: `multipart/mixed; boundary="${DEFER_BOUNDARY}"; deferSpec=20220824`,
    begin: `\r\n--${DEFER_BOUNDARY}`,
    end: '--\r\n',
    heartbeat: '',
    answer: (json) => multipart(DEFER_BOUNDARY, json),
    failure: (errors) => multipart(DEFER_BOUNDARY, `{"errors":${errors},"hasNext":false}`),
  },
};
