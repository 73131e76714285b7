import { HubError } from '../contract/errors.js';
import { text } from '../contract/text.js';
import type { PublishedSubgraph } from './compose.js';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const FILE = z.strictObject({
  subgraphs: z.record(z.string(), z.strictObject({ url: z.url(), sdl: z.string() })),
});

/**
 * Reads which subgraphs make the supergraph: their routing addresses, and their SDL files relative to the list.
 * @throws HubError INVALID_INPUT that names the file and what is wrong
 */
export async function readComposition(file: string): Promise<readonly PublishedSubgraph[]> {
  const listed = FILE.safeParse(parse(await readFile(file, 'utf8')));
  if (!listed.success) throw wrong(file, z.prettifyError(listed.error));
  const folder = dirname(resolve(file));
  return Promise.all(
    Object.entries(listed.data.subgraphs).map(async ([name, { url, sdl }]) => ({
      name,
      url,
      sdl: await readFile(resolve(folder, sdl), 'utf8').catch(() =>
        Promise.reject(wrong(file, `${sdl} cannot be read`)),
      ),
    })),
  );
}

function wrong(file: string, reason: string): HubError {
  return new HubError(
    'INVALID_INPUT',
    text(`Tệp ${file} không hợp lệ: ${reason}`, `${file} is wrong: ${reason}`),
    { file },
  );
}
