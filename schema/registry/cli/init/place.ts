import { HubError } from '../../../contract/errors.js';
import { text } from '../../../contract/text.js';
import type { NewFile } from './template.js';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes the files of a new folder. @throws HubError INVALID_INPUT where something is there already. */
export async function place(folder: string, files: readonly NewFile[]): Promise<void> {
  const present = await readdir(folder).catch(() => []);
  if (present.some((name) => name !== '.git')) throw taken(folder);
  for (const { path, contents } of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, contents, { flag: 'wx' });
  }
}

function taken(folder: string): HubError {
  return new HubError(
    'INVALID_INPUT',
    text(
      `Thư mục ${folder} không trống; không ghi gì.`,
      `The folder ${folder} is not empty; nothing was written.`,
    ),
  );
}
