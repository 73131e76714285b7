import type { ErrorCode, HubError } from '../errors.js';
import { tokenRefusalFor } from '../token/refusals.js';
import { statusWithoutData, type MediaType } from './media-type.js';

/** How HTTP tells a refusal. */
export interface Head {
  readonly status: number;
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
}

type HeadOf = (error: HubError, mediaType: MediaType) => Head;

/** Refusals of a whole request that are told otherwise than by 400. Source: RFC 9110 section 15.5, RFC 6585 section 4. */
const HEADS: ReadonlyMap<ErrorCode, HeadOf> = new Map<ErrorCode, HeadOf>([
  ['BODY_TOO_LARGE', () => ({ status: 413 })],
  ['DOCUMENT_NOT_TRUSTED', () => ({ status: 403 })],
  ['INTROSPECTION_REFUSED', () => ({ status: 403 })],
  ['RATE_LIMITED', (error) => ({ status: 429, headers: retryAfter(error) })],
  // As Apollo Server tells it, since its clients then send the text.
  ['PERSISTED_QUERY_NOT_FOUND', (_, mediaType) => ({ status: statusWithoutData(mediaType) })],
]);

/** What a rule of the hub refuses has one status in every media type. */
export function headOf(error: HubError, mediaType: MediaType): Head {
  return tokenRefusalFor(error) ?? HEADS.get(error.code)?.(error, mediaType) ?? { status: 400 };
}

function retryAfter({ details }: HubError): Head['headers'] {
  return { 'retry-after': String(details['retryAfter']) };
}
