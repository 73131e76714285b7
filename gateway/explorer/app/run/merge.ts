import type { Answer, AnswerPart, DeferredPart } from './answer.js';

type Fields = Readonly<Record<string, unknown>>;

/** What an answer is once one more of its parts has come; neither of the two is changed. */
export function withPart(answer: Answer | null, part: AnswerPart): Answer {
  const { incremental = [], hasNext: _, ...first } = part;
  return incremental.reduce(withDeferred, answer === null ? first : withBeside(answer, first));
}

function withDeferred(answer: Answer, { path = [], data, ...beside }: DeferredPart): Answer {
  const whole = isFields(data) ? { ...answer, data: putAt(answer.data, path, data) } : answer;
  return withBeside(whole, beside);
}

function withBeside(answer: Answer, { errors = [], extensions }: Answer): Answer {
  return {
    ...answer,
    ...(errors.length > 0 && { errors: [...(answer.errors ?? []), ...errors] }),
    ...(extensions && { extensions: { ...answer.extensions, ...extensions } }),
  };
}

/** A place that the answer does not have takes nothing: what was around it is `null`. */
function putAt(held: unknown, [step, ...rest]: readonly (string | number)[], data: Fields): unknown {
  if (step === undefined) return merged(held, data);
  if (Array.isArray(held)) {
    return held.map((each: unknown, index) => (index === step ? putAt(each, rest, data) : each));
  }
  if (!isFields(held) || !Object.hasOwn(held, step)) return held;
  return { ...held, [step]: putAt(held[step], rest, data) };
}

function merged(held: unknown, data: unknown): unknown {
  if (Array.isArray(held) && Array.isArray(data)) {
    return Array.from({ length: Math.max(held.length, data.length) }, (_, index) =>
      index < data.length ? merged(held[index], data[index]) : (held[index] as unknown),
    );
  }
  return isFields(held) && isFields(data) ? mergedFields(held, data) : data;
}

/** Both write keys without calling setters: a field may be called `__proto__`. */
function mergedFields(held: Fields, data: Fields): Fields {
  const entries = Object.entries(data).map(([key, value]): [string, unknown] => [
    key,
    Object.hasOwn(held, key) ? merged(held[key], value) : value,
  ]);
  return { ...held, ...Object.fromEntries(entries) };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
