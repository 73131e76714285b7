import { HubError } from './errors.js';
import { text } from './text.js';
import { createHash } from 'node:crypto';
import { parse, stringify } from 'uuid';

/** What a global id stands for: a type of the graph and the key of one record of it. */
export interface NodeRef {
  readonly type: string;
  /** UUID of the record. */
  readonly key: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TYPE = /^[A-Z][A-Za-z0-9]{0,63}$/;

/** Namespace of the first data's keys. Never change it: every id of the first data is derived from it. */
const FIRST_DATA = parse('8d6f2a44-0f0b-5c58-9a38-4b1f2c6d7e10');

/** The opaque, permanent id that clients see. */
export function globalId({ type, key }: NodeRef): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/** Reads a global id. @throws HubError INVALID_ID when the text is not one. */
export function parseGlobalId(id: string): NodeRef {
  const [type = '', key = '', ...rest] = Buffer.from(id, 'base64url').toString().split(':');
  const ref = { type, key };
  if (rest.length > 0 || !TYPE.test(type) || !UUID.test(key) || globalId(ref) !== id) throw malformed();
  return ref;
}

/** The record key inside an id that must be of `type`. @throws HubError INVALID_ID otherwise. */
export function keyOf(type: string, id: string): string {
  const ref = parseGlobalId(id);
  if (ref.type === type) return ref.key;
  throw new HubError(
    'INVALID_ID',
    text(
      `Mã này thuộc kiểu ${ref.type}, cần mã của kiểu ${type}.`,
      `This id is of a ${ref.type}; an id of a ${type} was expected.`,
    ),
    { expected: type, found: ref.type },
  );
}

/**
 * The permanent key of a record of the first data, derived from its type and the name it has in the data files: a UUID of
 * version 5, without what the library does anew for each of forty thousand. Source: RFC 9562 section 5.5.
 */
export function firstDataKey(type: string, name: string): string {
  const bytes = createHash('sha1').update(FIRST_DATA).update(`${type}/${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return stringify(bytes);
}

function malformed(): HubError {
  return new HubError(
    'INVALID_ID',
    text(
      'Mã không hợp lệ: chỉ dùng mã do đồ thị trả về.',
      'Malformed id: use ids as the graph returned them.',
    ),
  );
}
