import { text, type Text } from '../../schema/contract/text.js';
import { readFile, stat } from 'node:fs/promises';

/** How a file is read. */
export interface ReadOptions {
  /** Largest file. Unit: bytes. */
  readonly maxBytes: number;
  /** Makes the error of a reason. */
  readonly refusal: (reason: Text) => Error;
}

/** Reads a text, of at most so many bytes. @throws Error as `refusal` makes it. */
export async function readText(path: string, { maxBytes, refusal }: ReadOptions): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size <= maxBytes) return await readFile(path, 'utf8');
  } catch (error) {
    throw refusal(reasonOf(error as NodeJS.ErrnoException));
  }
  throw refusal(text(`lớn hơn ${maxBytes} byte`, `it exceeds ${maxBytes} bytes`));
}

function reasonOf({ code = 'UNKNOWN' }: NodeJS.ErrnoException): Text {
  if (code === 'ENOENT') return text('không có tệp này', 'there is no such file');
  return text(`không đọc được (${code})`, `it cannot be read (${code})`);
}
