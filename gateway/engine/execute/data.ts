/** An object of the answer under way, by the keys of fetches. */
export type Data = Record<string, unknown>;

/** Whether a value is an object of the answer. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The type that an object names, if it does. */
export function typenameOf(data: Data): string | undefined {
  const name = data['__typename'];
  return typeof name === 'string' ? name : undefined;
}
