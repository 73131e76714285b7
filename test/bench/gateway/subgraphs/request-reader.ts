import type { Call } from './recorder.js';

const END_OF_HEAD = '\r\n\r\n';

/**
 * Cuts the bytes of one connection into requests.
 *
 * It knows just what gateways send: POST with a content length. A tenth of the work of a full HTTP server keeps the
 * subgraphs from being what is measured.
 */
export class RequestReader {
  #rest: Buffer = Buffer.alloc(0);

  /** The requests that are whole with these bytes. @throws Error when a request has no length. */
  read(bytes: Buffer): readonly Call[] {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes;
    const calls: Call[] = [];
    for (let call = this.#next(); call; call = this.#next()) calls.push(call);
    return calls;
  }

  #next(): Call | undefined {
    const end = this.#rest.indexOf(END_OF_HEAD);
    if (end < 0) return undefined;
    const head = this.#rest.toString('latin1', 0, end);
    const from = end + END_OF_HEAD.length;
    const to = from + lengthIn(head);
    if (this.#rest.length < to) return undefined;
    const call = { path: head.split(' ', 2)[1] ?? '', body: this.#rest.toString('utf8', from, to) };
    this.#rest = this.#rest.subarray(to);
    return call;
  }
}

function lengthIn(head: string): number {
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  if (length === undefined) throw new Error(`A request without content length: ${head}`);
  return Number(length);
}
