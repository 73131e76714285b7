import { HubError } from '../errors.js';
import { text } from '../text.js';
import type { IncomingMessage } from 'node:http';

/**
 * Reads a request body, and stops reading where it becomes too large.
 *
 * @param limit Unit: bytes.
 * @throws HubError BODY_TOO_LARGE, at once when the client announced the size, else as soon as it is passed.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (announcedSize(request) > limit) throw tooLarge(limit);
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) request.off('data', take).pause();
      if (size > limit) reject(tooLarge(limit));
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => {
      if (!request.readableEnded) reject(new Error('The client left.'));
    });
  });
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
