const SECONDS = /^\s*\d{1,8}\s*$/;
const INSTANT = /^\s*[A-Z][a-z]{2,8}, .* GMT\s*$/;
/** Longer waits are told as this one. Unit: milliseconds. */
const LONGEST_MS = 86_400_000;

/**
 * When a server wants to be asked again, from now, or `undefined` when it does not say. Unit: milliseconds.
 *
 * Source: RFC 9110 section 10.2.3.
 */
export function retryAfterIn(header: string | string[] | undefined): number | undefined {
  if (typeof header !== 'string') return undefined;
  const wait = waitIn(header);
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), LONGEST_MS);
}

function waitIn(header: string): number {
  if (SECONDS.test(header)) return Number(header) * 1_000;
  return INSTANT.test(header) ? Date.parse(header) - Date.now() : Number.NaN;
}
