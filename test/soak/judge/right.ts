import type { MayFail } from './health.js';

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
  /** Whether the schema forbids `null` at a place, so that it reaches the next one above. */
  readonly isRequired: (place: Path) => boolean;
}

/** What an answer is worth: all of it, a part with its reason, or not right. */
export type Verdict = 'whole' | 'partial' | { readonly wrong: string };

/** What may go wrong while agencies fall down: nothing else may be told. */
const ALLOWED = new Set<unknown>(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_FAILED']);
/** What is told of places that the caller may not see. */
const DENIAL = 'UNAUTHORIZED_FIELD_OR_TYPE';

/** Whether an error is one that may come of a subgraph that fails, and of one that had a reason to. */
export function isOfWeather({ extensions }: AnswerError, mayFail: MayFail): boolean {
  const { code, agency } = extensions ?? {};
  return ALLOWED.has(code) && typeof agency === 'string' && mayFail(agency);
}

/** Whether an answer is whole, lacks only what errors explain, or is wrong; then why. */
export function judged(whole: Whole, { data, errors = [] }: Answer, mayFail: MayFail): Verdict {
  const { data: expected, hasDenials = false, isRequired } = whole;
  const failures = errors.filter(({ extensions }) => !hasDenials || extensions?.['code'] !== DENIAL);
  if (hasDenials && failures.length === errors.length) return { wrong: 'no word of what is denied' };
  const strange = failures.find((error) => !isOfWeather(error, mayFail));
  if (strange) return { wrong: wordsFor(strange) };
  const missing: Path[] = [];
  const other = differing(expected, data, { at: [], missing });
  if (other) return { wrong: `another value at ${other.join('.')}` };
  const silent = missing.find((place) => !failures.some((each) => explains(each, place, isRequired)));
  if (silent) return { wrong: `null without an error at ${silent.join('.')}` };
  const idle = failures.find(({ path = [] }) => !endsInNull(data, path));
  if (idle) return { wrong: `an error although nothing is missing at ${idle.path?.join('.') ?? 'the top'}` };
  return failures.length > 0 ? 'partial' : 'whole';
}

function wordsFor({ extensions: { code, agency } = {} }: AnswerError): string {
  const whose = ALLOWED.has(code) ? ` of the agency ${String(agency)}, which was well` : '';
  return `an error of the code ${String(code)}${whose}`;
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

/** Whether an error is why there is `null` at a place: it stands there, or below where `null` has to rise up to there. */
function explains({ path }: AnswerError, place: Path, isRequired: Whole['isRequired']): boolean {
  if (!path) return place.length === 0;
  if (!place.every((step, index) => String(step) === String(path[index]))) return false;
  const below = path.slice(place.length);
  return below.every((_, index) => isRequired(path.slice(0, place.length + index + 1)));
}

/** Whether a path through a value comes to `null`, at its end or before. */
function endsInNull(value: unknown, [step, ...rest]: Path): boolean {
  if (value === null) return true;
  return step !== undefined && isHolder(value) && endsInNull(value[step], rest);
}
