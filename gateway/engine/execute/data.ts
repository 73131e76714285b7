/** An object of the answer under way, by the keys of fetches. */
export type Data = Record<string, unknown>;

/** Whether a value is an object of the answer. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an object holds under a key, and nothing of what every object has, such as `toString`. */
export function held(data: Data, key: string): unknown {
  const value = data[key];
  return typeof value === 'function' ? undefined : value;
}

/** The type that an object names, if it does. */
export function typenameOf(data: Data): string | undefined {
  const name = data['__typename'];
  return typeof name === 'string' ? name : undefined;
}
