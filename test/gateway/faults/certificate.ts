import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A certificate that vouches for itself, and its key. */
export interface SelfSigned {
  readonly cert: string;
  readonly key: string;
}

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_ID = 0x06;
const UTF8 = 0x0c;
const TIME = 0x18;
const EXTENSIONS = 0xa3;
const IP_ADDRESS = 0x87;

const COMMON_NAME = Buffer.from('550403', 'hex');
const ALTERNATIVE_NAMES = Buffer.from('551d11', 'hex');
const SHA256_WITH_RSA = Buffer.from('2a864886f70d01010b', 'hex');
const NULL = Buffer.from('0500', 'hex');
const DAY_MS = 86_400_000;

/**
 * A certificate for 127.0.0.1 that holds from a day ago.
 *
 * @param days until it expires, from now; negative for one that has expired. Unit: days.
 */
export function selfSigned(days: number): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const body = bodyFor(publicKey, days);
  const signature = sign('sha256', body, privateKey);
  const der = part(SEQUENCE, body, algorithm(), part(BIT_STRING, Buffer.of(0), signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function bodyFor(publicKey: KeyObject, days: number): Buffer {
  const address = part(SEQUENCE, part(IP_ADDRESS, Buffer.of(127, 0, 0, 1)));
  const names = part(SEQUENCE, part(OBJECT_ID, ALTERNATIVE_NAMES), part(OCTET_STRING, address));
  const from = Math.min(-1, days - 1);
  return part(
    SEQUENCE,
    Buffer.from('a003020102', 'hex'),
    part(INTEGER, Buffer.of(1)),
    algorithm(),
    name(),
    part(SEQUENCE, time(from), time(days)),
    name(),
    publicKey.export({ type: 'spki', format: 'der' }),
    part(EXTENSIONS, part(SEQUENCE, names)),
  );
}

function algorithm(): Buffer {
  return part(SEQUENCE, part(OBJECT_ID, SHA256_WITH_RSA), NULL);
}

function name(): Buffer {
  const given = part(SEQUENCE, part(OBJECT_ID, COMMON_NAME), part(UTF8, Buffer.from('police')));
  return part(SEQUENCE, part(SET, given));
}

function time(days: number): Buffer {
  const text = new Date(Date.now() + days * DAY_MS).toISOString().replace(/[-:T]|\.\d+/g, '');
  return part(TIME, Buffer.from(text));
}

/** One part of a certificate. Source: ITU-T X.690 section 8.1. */
function part(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const head = length < 128 ? Buffer.of(tag, length) : Buffer.of(tag, 0x82, length >> 8, length & 255);
  return Buffer.concat([head, content]);
}
