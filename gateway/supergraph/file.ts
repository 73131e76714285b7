import { HubError } from '../../schema/contract/errors.js';
import { text, type Text } from '../../schema/contract/text.js';
import { readFile, stat } from 'node:fs/promises';

/** Largest supergraph that is read. Unit: bytes. */
const MAX_BYTES = 20_000_000;

/**
 * Reads the text of a supergraph from a file. Whether it is a supergraph is found when a gateway is made of it.
 *
 * @throws HubError INVALID_SETTING that tells the reason.
 */
export async function readSupergraphFile(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size <= MAX_BYTES) return await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(path, reasonOf(error as NodeJS.ErrnoException));
  }
  throw unreadable(path, text(`lớn hơn ${MAX_BYTES} byte`, `it exceeds ${MAX_BYTES} bytes`));
}

function reasonOf({ code = 'UNKNOWN' }: NodeJS.ErrnoException): Text {
  if (code === 'ENOENT') return text('không có tệp này', 'there is no such file');
  return text(`không đọc được (${code})`, `it cannot be read (${code})`);
}

function unreadable(path: string, reason: Text): HubError {
  return new HubError(
    'INVALID_SETTING',
    text(`Tệp siêu đồ thị ${path}: ${reason.vi}.`, `Supergraph file ${path}: ${reason.en}.`),
    { setting: 'supergraph' },
  );
}
