/** An answer of the gateway. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
}

interface AnswerError {
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

type Path = readonly (string | number)[];

/** What may go wrong while agencies fall down: nothing else may be told. */
const ALLOWED = new Set<unknown>(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_FAILED', 'SUBGRAPH_OVERLOADED']);

/** Whether an answer is whole, lacks only what errors explain, or is wrong; then why. */
export function judged(
  expected: unknown,
  { data, errors = [] }: Answer,
): 'whole' | 'partial' | { wrong: string } {
  const strange = errors.find(({ extensions }) => !ALLOWED.has(extensions?.['code']));
  if (strange) return { wrong: `an error of the code ${String(strange.extensions?.['code'])}` };
  const missing: Path[] = [];
  const other = differing(expected, data, { at: [], missing });
  if (other) return { wrong: `another value at ${other.join('.')}` };
  const silent = missing.find((path) => !errors.some((error) => isNear(error.path ?? [], path)));
  if (silent) return { wrong: `null without an error at ${silent.join('.')}` };
  if (errors.length > 0 && missing.length === 0) return { wrong: 'an error although nothing is missing' };
  return errors.length > 0 ? 'partial' : 'whole';
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
