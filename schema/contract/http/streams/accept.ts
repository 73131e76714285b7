import type { StreamFormatName } from './format.js';

/** What a client takes for streams, beside the media types of one answer. */
interface Offer {
  readonly format: StreamFormatName;
  readonly type: string;
  /** A parameter that must be there. */
  readonly parameter?: readonly [name: string, value: string];
}

const OFFERS: readonly Offer[] = [
  { format: 'events', type: 'text/event-stream' },
  { format: 'multipart-subscription', type: 'multipart/mixed', parameter: ['subscriptionspec', '1.0'] },
  { format: 'multipart-defer', type: 'multipart/mixed', parameter: ['deferspec', '20220824'] },
];

/** The formats of streams that a client takes, by its header `accept`, the first that it names first. */
export function streamFormatsIn(accept: string | undefined): readonly StreamFormatName[] {
  if (!accept || !/event-stream|multipart/i.test(accept)) return [];
  return accept.toLowerCase().split(',').flatMap(formatsOf);
}

function formatsOf(range: string): readonly StreamFormatName[] {
  const [type = '', ...rest] = range.split(';').map((part) => part.trim());
  const parameters = new Map(rest.map(parameterIn));
  if (Number(parameters.get('q') ?? 1) === 0) return [];
  return OFFERS.filter((offer) => offer.type === type && fits(offer, parameters)).map(({ format }) => format);
}

function fits({ parameter }: Offer, parameters: ReadonlyMap<string, string>): boolean {
  return !parameter || parameters.get(parameter[0]) === parameter[1];
}

function parameterIn(text: string): readonly [string, string] {
  const [name = '', value = ''] = text.split('=');
  return [name.trim(), value.trim().replace(/^"(.*)"$/, '$1')];
}
