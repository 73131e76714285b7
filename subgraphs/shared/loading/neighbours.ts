import { firstDataKey } from '../../../schema/contract/ids.js';
import { refText } from '../database/refs.js';
import { readDataTexts, type DataText } from './files.js';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

/** By how a data folder is called that lies among those of the other agencies: `<agency>/data`. */
const DATA = 'data';

/**
 * The records of the other agencies' data files, as references name them, in a stable order. Only their keys are read.
 * None are known where the folder does not lie beside the others'.
 */
export async function neighbouringRefs(folder: string): Promise<readonly string[]> {
  if (basename(folder) !== DATA) return [];
  const agencies = join(folder, '..', '..');
  const folders = (await readdir(agencies, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(agencies, name, DATA))
    .filter((other) => resolve(other) !== resolve(folder));
  const texts = await Promise.all(folders.map(textsIn));
  return texts.flat().flatMap(refsIn).toSorted();
}

async function textsIn(folder: string): Promise<readonly DataText[]> {
  return readDataTexts(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

function refsIn({ content }: DataText): readonly string[] {
  const type = /^type: *(\w+)/m.exec(content)?.[1];
  if (type === undefined) return [];
  const names = content.matchAll(/^ *- *(?:\{ *)?key: *["']?([a-z0-9-]+)/gm);
  return Array.from(names, ([, name = '']) => refText({ type, key: firstDataKey(type, name) }));
}
