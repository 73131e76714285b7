import { textEnd } from './json-depth.js';

const QUOTE = 0x22;
const COLON = 0x3a;
/** `[` and `{`; `]` and `}`. */
const STEPS: ReadonlyMap<number, number> = new Map([
  [0x5b, 1],
  [0x7b, 1],
  [0x5d, -1],
  [0x7d, -1],
]);

/**
 * Whether JSON gives an operation the same parameter twice: which of them counts would depend on who reads it, a guard
 * in front of this process or the process itself.
 *
 * @param value what the JSON was parsed to: one operation, or a list of them
 */
export function repeatsParameter(json: Buffer, value: unknown): boolean {
  const isList = Array.isArray(value);
  const operations: readonly unknown[] = isList ? value : [value];
  return namesAt(json, isList ? 2 : 1) > namesOf(operations);
}

/** Whether a message repeats one of its own names, or one of what it carries. @param message what it was parsed to */
export function repeatsName(json: Buffer, message: object): boolean {
  return namesAt(json, 1) > namesOf([message]) || namesAt(json, 2) > namesOf(Object.values(message));
}

/** How many names all objects among the values have. */
function namesOf(values: readonly unknown[]): number {
  const objects = values.filter((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
  return objects.reduce<number>((sum, each) => sum + Object.keys(each as object).length, 0);
}

/** How many names stand at a level of JSON, repeated ones too. */
function namesAt(json: Buffer, level: number): number {
  let names = 0;
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (byte === QUOTE) at = textEnd(json, at);
    else if (byte !== COLON) depth += STEPS.get(byte) ?? 0;
    else if (depth === level) names += 1;
  }
  return names;
}

/** Headers of which only one can be meant; Node keeps the first, others the last. */
const SINGLE: ReadonlySet<string> = new Set(['host', 'content-type']);

/** Whether a request has a header twice that may stand only once. @param raw names and values by turns */
export function repeatsHeader(raw: readonly string[]): boolean {
  const seen = new Set<string>();
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at]?.toLowerCase() ?? '';
    if (!SINGLE.has(name)) continue;
    if (seen.has(name)) return true;
    seen.add(name);
  }
  return false;
}
