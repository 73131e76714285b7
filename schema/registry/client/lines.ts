import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';

/** The JSON values of a body that holds one in each line. */
export async function* linesOf(body: Readable): AsyncGenerator {
  for await (const line of createInterface({ input: body })) if (line !== '') yield JSON.parse(line);
}
