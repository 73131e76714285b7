/** What a long run brings about; one that lacks any of it shows less than it should. */
export const OCCURRENCES = [
  'a whole answer',
  'an answer in parts',
  'a document that was never sent before',
  'a change',
  'a forged token',
  'a client that leaves before its answer',
  'a change of keys',
  'a host of keys that is failing',
  'a host of keys that is silent',
  'a host of keys that is babbling',
  'a host of keys that is hanging up',
  'a host of keys that is redirecting',
  'a stream to its end',
  'a stream that ends with its subgraph',
  'a stream that ends with its token',
  'a stream whose client does not read',
  'a client that vanishes',
  'a subgraph that is killed',
  'a subgraph that is dripping',
  'a subgraph that is failing',
  'a subgraph that is down',
  'a subgraph that is hanging',
  'a subgraph that is redirecting',
  'a subgraph that is cutting',
  'a subgraph that is babbling',
] as const;

/** One of {@link OCCURRENCES}. */
export type Occurrence = (typeof OCCURRENCES)[number];
