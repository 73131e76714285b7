import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether who asks is no page of another site, or one of a site that may ask. It is for requests that a browser sends
 * without asking first whether it may.
 *
 * @param allowed sites as browsers write them: scheme, host and port, compared as a whole
 */
export function isKnownSite(
  { origin, host }: Pick<IncomingHttpHeaders, 'origin' | 'host'>,
  allowed: ReadonlySet<string> = NOBODY,
): boolean {
  if (origin === undefined || allowed.has(origin)) return true;
  return host !== undefined && URL.parse(origin)?.host === host;
}

const NOBODY: ReadonlySet<string> = new Set();
