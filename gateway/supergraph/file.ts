import { HubError } from '../../schema/contract/errors.js';
import { text, type Text } from '../../schema/contract/text.js';
import { readText } from '../files/read.js';

/** Largest supergraph that is read. Unit: bytes. */
const MAX_BYTES = 20_000_000;

/**
 * Reads the text of a supergraph from a file. Whether it is a supergraph is found when a gateway is made of it.
 *
 * @throws HubError INVALID_SETTING that tells the reason.
 */
export function readSupergraphFile(path: string): Promise<string> {
  return readText(path, { maxBytes: MAX_BYTES, refusal: (reason) => unreadable(path, reason) });
}

function unreadable(path: string, reason: Text): HubError {
  return new HubError(
    'INVALID_SETTING',
    text(`Tệp siêu đồ thị ${path}: ${reason.vi}.`, `Supergraph file ${path}: ${reason.en}.`),
    { setting: 'supergraph' },
  );
}
