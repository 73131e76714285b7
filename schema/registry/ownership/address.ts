/** Whether an address lies at one of the origins: the same scheme, host and port, with no name or password in it. */
export function isAllowed(url: string, origins: readonly string[]): boolean {
  const parsed = PLAIN.test(url) ? URL.parse(url) : null;
  if (!parsed || !SCHEMES.has(parsed.protocol)) return false;
  if (parsed.username !== '' || parsed.password !== '' || parsed.hash !== '') return false;
  return origins.includes(parsed.origin);
}

/** What no two readers of addresses understand differently. */
const PLAIN = /^[\x21-\x5b\x5d-\x7e]+$/;
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:']);
