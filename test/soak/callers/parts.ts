import { ClientView } from '../../../gateway/engine/defer/client-view.js';
import type { Answer, Path } from '../judge/right.js';
import type { Received } from './asking.js';

interface Part extends Answer {
  readonly hasNext?: boolean;
  readonly incremental?: readonly (Answer & { readonly path: Path })[];
}

/**
 * The answer that a client has when it put all parts together. What never came because its part failed is `null`.
 *
 * @param expected what the whole answer is
 * @throws Error when the parts do not end as they should.
 */
export function joined({ type, text }: Received, expected: unknown): Answer {
  if (!type.startsWith('multipart/')) return JSON.parse(text) as Answer;
  const [first, ...later] = partsIn(text);
  const view = new ClientView(first?.data);
  const errors = [...(first?.errors ?? [])];
  for (const { incremental = [], errors: last = [] } of later) {
    errors.push(...last);
    for (const each of incremental) {
      view.put(each.path, each.data as Record<string, unknown> | null);
      errors.push(...(each.errors ?? []));
    }
  }
  return { data: filled(first?.data, expected), ...(errors.length > 0 && { errors }) };
}

function partsIn(text: string): readonly Part[] {
  const parts = [...text.matchAll(/\r\n\r\n(.*)\r\n---/g)].map(
    (match) => JSON.parse(String(match[1])) as Part,
  );
  const isWhole =
    text.endsWith('\r\n-----\r\n') && parts.every(({ hasNext }, n) => hasNext === n < parts.length - 1);
  if (!isWhole) throw new Error('the parts do not end as they should');
  return parts;
}

/** The same with `null` for what is not there, and its keys in the expected order; what should not be there stays. */
function filled(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(actual) && Array.isArray(expected))
    return actual.map((each, index) => filled(each, expected[index]));
  if (!isObject(actual) || !isObject(expected)) return actual;
  const known = Object.keys(expected).map((key) => [key, filled(actual[key] ?? null, expected[key])]);
  return { ...Object.fromEntries(known), ...extra(actual, expected) };
}

function extra(actual: object, expected: object): object {
  return Object.fromEntries(Object.entries(actual).filter(([key]) => !Object.hasOwn(expected, key)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
