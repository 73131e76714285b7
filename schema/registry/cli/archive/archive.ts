import { HubError } from '../../../contract/errors.js';
import { ADDRESS } from '../../../contract/release/address.js';
import type { LogEntry } from '../../../contract/release/wire.js';
import { INSTANT } from '../../../contract/release/terms.js';
import { text } from '../../../contract/text.js';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';

/** Names the form of an archive. */
const FORMAT = 'lien-thong/archive/1';

const ENTRY = z.strictObject({
  seq: z.int().min(1),
  id: ADDRESS,
  kind: z.string(),
  jws: z.string(),
  recordedAt: INSTANT,
  previous: ADDRESS,
  hash: ADDRESS,
});

const ARCHIVE = z.strictObject({
  format: z.literal(FORMAT),
  head: z.string(),
  entries: z.array(ENTRY),
  texts: z.record(ADDRESS, z.string()),
});

/** A registry's log with the texts that it names, up to a head that the registry signed. */
export interface Archive {
  /** The signed head: how far the log goes, and the hash that all of it comes to. */
  readonly head: string;
  readonly entries: readonly LogEntry[];
  /** By their addresses. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Largest archive, unpacked. Unit: bytes. */
const MAX_BYTES = 1_073_741_824;

/** The bytes of an archive. */
export function packed({ head, entries, texts }: Archive): Buffer {
  return gzipSync(JSON.stringify({ format: FORMAT, head, entries, texts }));
}

/** Reads an archive; nothing in it is trusted yet. @throws HubError INVALID_INPUT */
export function unpacked(bytes: Uint8Array): Archive {
  try {
    const read = ARCHIVE.parse(
      JSON.parse(gunzipSync(bytes, { maxOutputLength: MAX_BYTES }).toString('utf8')),
    );
    // The kind is compared with the statement itself when the chain is followed.
    return { ...read, entries: read.entries as readonly LogEntry[] };
  } catch {
    throw new HubError(
      'INVALID_INPUT',
      text(
        'Đây không phải tệp xuất của sổ đăng ký, hoặc tệp đã hỏng.',
        'This is no archive of a registry, or it is damaged.',
      ),
    );
  }
}
