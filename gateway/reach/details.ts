/** Longest text of a subgraph's error that is passed on. Unit: characters. */
export const MAX_WORDS = 2_000;
/** Parts of an error, and of a list among them, that are passed on. Unit: values. */
const MAX_PARTS = 50;

/** What only this process says: of `http` Apollo Server would make the status and headers of the whole answer. */
const OURS = ['requestId', 'leftOut', 'http'];
/** Where servers tell those who write them what went wrong within. */
const OF_THE_INSIDE = [
  'stack',
  'stacktrace',
  'trace',
  'exception',
  'debugMessage',
  'originalError',
  'serviceName',
  'query',
  'sql',
  'cause',
  'file',
];

const UNTOLD: ReadonlySet<string> = new Set([...OURS, ...OF_THE_INSIDE]);

/**
 * What a subgraph says of an expected error beside its words, as far as clients are told: plain values and lists of
 * them, bounded, so that neither a huge nor an endlessly nested error gets into an answer.
 */
export function toldDetails(
  extensions: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const told = Object.entries(extensions).filter(([name]) => isTold(name));
  return Object.fromEntries(
    told.slice(0, MAX_PARTS).flatMap(([name, value]) => {
      const plain = Array.isArray(value) ? plainList(value) : plainValue(value);
      return plain === undefined ? [] : [[name, plain]];
    }),
  );
}

/** What a detail is called, as far as it may be passed on. */
const NAME = /^[a-z][a-zA-Z0-9]{0,63}$/;

/** Nothing that every object has by itself, such as `constructor`. */
function isTold(name: string): boolean {
  return NAME.test(name) && !UNTOLD.has(name) && !(name in Object.prototype);
}

function plainList(values: readonly unknown[]): readonly unknown[] | undefined {
  const plain = values.slice(0, MAX_PARTS).map(plainValue);
  return plain.includes(undefined) ? undefined : plain;
}

function plainValue(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, MAX_WORDS);
  return value === null || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
