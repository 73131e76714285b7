/** An answer of the gateway. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
}

interface AnswerError {
  readonly path?: Path;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A place in an answer. */
export type Path = readonly (string | number)[];

/** What is right while nothing is wrong. */
export interface Whole {
  readonly data: unknown;
  /** Whether there are places in it that the caller may not see. */
  readonly hasDenials?: boolean;
}

/** What an answer is worth: all of it, a part with its reason, or not right. */
export type Verdict = 'whole' | 'partial' | { readonly wrong: string };

/** What may go wrong while agencies fall down: nothing else may be told. */
const ALLOWED = new Set<unknown>(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_FAILED']);
/** What is told of places that the caller may not see. */
const DENIAL = 'UNAUTHORIZED_FIELD_OR_TYPE';

/** Whether an error is one that may come of a subgraph that fails. */
export function isOfWeather({ extensions }: AnswerError): boolean {
  return ALLOWED.has(extensions?.['code']);
}

/** Whether an answer is whole, lacks only what errors explain, or is wrong; then why. */
export function judged(
  { data: expected, hasDenials = false }: Whole,
  { data, errors = [] }: Answer,
): Verdict {
  const failures = errors.filter(({ extensions }) => !hasDenials || extensions?.['code'] !== DENIAL);
  if (hasDenials && failures.length === errors.length) return { wrong: 'no word of what is denied' };
  const strange = failures.find((error) => !isOfWeather(error));
  if (strange) return { wrong: `an error of the code ${String(strange.extensions?.['code'])}` };
  const missing: Path[] = [];
  const other = differing(expected, data, { at: [], missing });
  if (other) return { wrong: `another value at ${other.join('.')}` };
  const silent = missing.find((path) => !failures.some((error) => isNear(error.path ?? [], path)));
  if (silent) return { wrong: `null without an error at ${silent.join('.')}` };
  if (failures.length > 0 && missing.length === 0) return { wrong: 'an error although nothing is missing' };
  return failures.length > 0 ? 'partial' : 'whole';
}

interface Here {
  readonly at: Path;
  /** Filled with the places where there is `null` instead of a value. */
  readonly missing: Path[];
}

/** The first place where something else stands than is expected; nothing for what is `null` instead. */
function differing(expected: unknown, actual: unknown, { at, missing }: Here): Path | undefined {
  if (actual === null && expected !== null) {
    missing.push(at);
    return undefined;
  }
  if (!isHolder(expected) || !isHolder(actual)) return Object.is(expected, actual) ? undefined : at;
  const keys = Object.keys(expected);
  if (keys.join() !== Object.keys(actual).join()) return at;
  for (const key of keys) {
    const found = differing(expected[key], actual[key], { at: [...at, key], missing });
    if (found) return found;
  }
  return undefined;
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whether one place lies on the way to the other. */
function isNear(a: Path, b: Path): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((step, index) => String(step) === String(long[index]));
}
