import { HubError } from '../../schema/contract/errors.js';
import { text, type Text } from '../../schema/contract/text.js';
import { readFileSync, statSync } from 'node:fs';

/** Largest supergraph that is read. Unit: bytes. */
const MAX_BYTES = 20_000_000;

/**
 * Reads the text of a supergraph from a file. Whether it is a supergraph is found when a gateway is made of it.
 *
 * @throws HubError INVALID_SETTING that tells the reason.
 */
export function readSupergraphFile(path: string): string {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw unreadable(path, text('không có tệp này', 'there is no such file'));
  if (size > MAX_BYTES)
    throw unreadable(path, text(`lớn hơn ${MAX_BYTES} byte`, `it exceeds ${MAX_BYTES} bytes`));
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'UNKNOWN' } = error as NodeJS.ErrnoException;
    throw unreadable(path, text(`không đọc được (${code})`, `it cannot be read (${code})`));
  }
}

function unreadable(path: string, reason: Text): HubError {
  return new HubError(
    'INVALID_SETTING',
    text(`Tệp siêu đồ thị ${path}: ${reason.vi}.`, `Supergraph file ${path}: ${reason.en}.`),
    { setting: 'supergraph' },
  );
}
