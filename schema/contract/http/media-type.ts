/** The media types of a GraphQL answer; the first one serves whoever takes any. */
export const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'] as const;

/** What a GraphQL answer is written as, which decides the status of one without data. */
export type MediaType = (typeof MEDIA_TYPES)[number];

/**
 * The status of an answer that has no data because GraphQL refused the operation. In `application/json` it is 200, by
 * which a client knows that no intermediary made the answer.
 *
 * Source: GraphQL over HTTP, "Status Codes".
 */
export function statusWithoutData(mediaType: MediaType): number {
  return mediaType === 'application/json' ? 200 : 400;
}

/**
 * The media type that a client likes best, by its header `accept`; `null` where it takes none of them.
 *
 * Of two that it likes alike, the one that it names comes before the one that a wildcard covers, then the one that it
 * names first.
 */
export function negotiate(accept: string | undefined): MediaType | null {
  if (!accept || accept === '*/*' || accept === MEDIA_TYPES[0]) return MEDIA_TYPES[0];
  const ranges = accept.split(',').map(rangeIn);
  const [best] = MEDIA_TYPES.flatMap((type) => offerOf(type, ranges)).toSorted(byLiking);
  return best?.type ?? null;
}

/** Whether a body is JSON in UTF-8, by its header `content-type`. */
export function isUtf8Json(contentType: string): boolean {
  if (contentType === 'application/json') return true;
  const { name, parameters } = termIn(contentType);
  return name === 'application/json' && isUtf8(parameters.get('charset'));
}

interface Term {
  /** Lower-case. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
}

function termIn(text: string): Term {
  const [name = '', ...parameters] = text.toLowerCase().split(';');
  return { name: name.trim(), parameters: new Map(parameters.map(parameterIn)) };
}

function parameterIn(text: string): readonly [string, string] {
  const [name = '', value = ''] = text.split('=');
  return [name.trim(), value.trim().replace(/^"(.*)"$/, '$1')];
}

function isUtf8(charset: string | undefined): boolean {
  return charset === undefined || charset === 'utf-8' || charset === 'utf8';
}

/** A part of the header `accept`. */
interface Range {
  /** A media type, with wildcards; empty where no answer of ours would fit. */
  readonly name: string;
  /** From 0, not at all, to 1. */
  readonly quality: number;
}

function rangeIn(text: string): Range {
  const { name, parameters } = termIn(text);
  const { q = '1', charset, ...others } = Object.fromEntries(parameters);
  const quality = Number(q);
  const fits = quality >= 0 && quality <= 1 && isUtf8(charset) && Object.keys(others).length === 0;
  return { name: fits ? name : '', quality };
}

interface Offer {
  readonly type: MediaType;
  readonly quality: number;
  /** 0 where the client names the type itself; the more, the wider the wildcard. */
  readonly width: number;
  /** Place of the range among those of the header. */
  readonly place: number;
}

/** The type as the most precise range that covers it has it; nothing where the client does not take it. */
function offerOf(type: MediaType, ranges: readonly Range[]): readonly Offer[] {
  const places = [type, 'application/*', '*/*'].map((name) => ranges.findIndex((each) => each.name === name));
  const width = places.findIndex((each) => each >= 0);
  const place = places[width] ?? -1;
  const quality = ranges[place]?.quality ?? 0;
  return quality > 0 ? [{ type, quality, width, place }] : [];
}

function byLiking(a: Offer, b: Offer): number {
  return b.quality - a.quality || a.width - b.width || a.place - b.place;
}
