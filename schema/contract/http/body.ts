import { HubError } from '../errors.js';
import { text } from '../text.js';
import type { IncomingMessage } from 'node:http';

/**
 * Reads a request body, and stops reading where it becomes too large.
 *
 * @param limit Unit: bytes.
 * @throws HubError BODY_TOO_LARGE, at once when the client announced the size, else as soon as it is passed.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (announcedSize(request) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop must not destroy the connection: the refusal still has to be written to it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The size that the client announces for the body, 0 if it does not. Unit: bytes. */
export function announcedSize(request: IncomingMessage): number {
  return Number(request.headers['content-length'] ?? 0);
}

function tooLarge(limit: number): HubError {
  return new HubError(
    'BODY_TOO_LARGE',
    text(`Nội dung yêu cầu vượt quá ${limit} byte.`, `The request body is larger than ${limit} bytes.`),
    { allowed: limit },
  );
}
