import { expect } from '@jest/globals';
import { request, type IncomingMessage, type RequestOptions } from 'node:http';
import { text } from 'node:stream/consumers';
import { hubOf, type GatewayChanges, type SeenError, type TinyHub } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';

/** An answer as it came. */
export interface Sent {
  readonly status?: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What a request needs that holds an operation as JSON. */
export const POST = { method: 'POST', headers: { 'content-type': 'application/json' } };

/** What a GET needs to be let in: a header that no page of another site may send. */
export const PREFLIGHTED = { 'apollo-require-preflight': 'yes' };

/** The form of an id that the hub made for a request. */
export const REQUEST_ID = /^[0-9a-f-]{36}$/;

/** A gateway before three tiny subgraphs. */
export function hub(changes?: GatewayChanges): Promise<TinyHub> {
  return hubOf([tinyUnion(), tinyPolice(), tinyAwards()], changes);
}

/** Sends a request exactly as told, its body in parts, as fetch would not. */
export function send(
  url: string,
  options: RequestOptions = {},
  parts: Iterable<string | Buffer> = [],
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      text(response).then(
        (body) => resolve({ status: response.statusCode, headers: response.headers, body }),
        reject,
      );
    });
    sent.on('error', (error: NodeJS.ErrnoException) => error.code === 'EPIPE' || reject(error));
    for (const part of parts) sent.write(part);
    sent.end();
  });
}

/** The errors of an answer. */
export function errorsIn({ body }: Sent): readonly SeenError[] {
  return (JSON.parse(body) as { readonly errors?: readonly SeenError[] }).errors ?? [];
}

/** The only error of a request that was refused for what it is. */
export function refusalWith(id: unknown) {
  return {
    message: expect.any(String),
    extensions: { code: 'BAD_REQUEST', messageVi: expect.any(String), requestId: id },
  };
}
